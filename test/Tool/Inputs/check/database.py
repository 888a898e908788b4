"""usage: database.py FOLDER

Prints the compile_commands.json of a build in FOLDER with many compilers: GCC
with flags that clang lacks, by command and by words, Offstack's own, as.
"""

import json
import sys

folder = sys.argv[1]
GCC_FLAGS = ["-O2", "-Werror", "-fconserve-stack", "-mindirect-branch=keep",
             "-fno-allow-store-data-races", "-fstack-usage", "--coverage",
             "-fplugin=./no-such-plugin.so", "-flto=auto"]


def entry(name, *words):
    return {"directory": folder + "/src", "file": name,
            "arguments": [*words, "-c", name, "-o", name + ".o", "-MD", "-MF",
                          name + ".d"]}


print(json.dumps([
    {"directory": folder + "/src", "file": "large.c",
     "command": "x86_64-linux-gnu-gcc-12 " + " ".join(GCC_FLAGS) +
                " -c large.c -o large.o"},
    entry("endless.c", "ccache", "cc", *GCC_FLAGS),
    entry("twice.cpp", "offstack", "--local=64K", "c++", "-O0"),
    entry("twice.cpp", "offstack", "--local=64K", "c++", "-O2"),
    entry("silent.c", "gcc", "-w"),
    {"directory": "src", "file": "fast.s", "command": "as fast.s"},
]))
