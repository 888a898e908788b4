"""usage: same-answers.py COMPILER FOLDER

Asks the compiler what build systems ask one, with and without Offstack around
it, and expects the same exit code, output and messages. FOLDER is written to.
"""

import os
import subprocess
import sys

compiler, folder = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
os.chdir(folder)

FILES = {
    "a.c": "#include <stdio.h>\nint main(void) { return puts(\"a\") < 0; }\n",
    "a.s": ".globl f\nf:\n  ret\n",
    "a.S": "#define NAME f\n.globl NAME\nNAME:\n  ret\n",
    "a.i": "int main(void) { return 0; }\n",
    "a.cpp": "int main() { return 0; }\n",
    "a.h": "int f(void);\n",
    "args": "-O2 -c a.c -o a.o\n",
    "bad.c": "int main(void) { return missing; }\n",
    "unused.ld.args": "-c a.c -o a.o -L/nowhere\n",
}
for name, text in FILES.items():
    with open(name, "w", encoding="ascii") as file:
        file.write(text)
subprocess.run([compiler, "-c", "a.c", "-o", "linked.o"], check=True)

STRICT = "-Weverything -Werror -Wno-missing-prototypes "
QUESTIONS = [
    "", "--version", "-v", "-V", "-qversion", "-dumpversion", "-dumpmachine",
    "--help", "-print-search-dirs", "-print-prog-name=ld",
    "-print-multi-lib", "-print-libgcc-file-name", "-print-resource-dir",
    "-print-file-name=libc.so", "-print-multi-os-directory",
    "-E -dM -x c /dev/null", "-E a.c", "-M a.c", "-MM -MG a.c", "-P -E a.S",
    "-fsyntax-only a.c", "-fsyntax-only bad.c", "-c missing.c",
    "--no-such-flag -c a.c", "-c a.c -L/nowhere", "@args", "@unused.ld.args",
    "@missing",
    STRICT + "-c a.c -o a.o", STRICT + "-S a.c -o -", STRICT + "-c a.s",
    STRICT + "-c a.S", STRICT + "-c a.i", STRICT + "linked.o -o linked",
    STRICT + "a.c -o linked", STRICT + "-shared linked.o -o linked.so",
    STRICT + "-r linked.o -o relocatable.o", STRICT + "-c a.h -o a.h.pch",
    STRICT + "-flto -c a.c -o a.bc", STRICT + "-emit-llvm -S a.c -o -",
    STRICT + "-x c++ -std=c++20 -c a.cpp",
    "-fuse-ld=lld linked.o -o linked", "linked.o missing.o -o linked",
    "-cc1 -fsyntax-only a.i", "-cc1 -version", "-cc1as --version",
    "-cc1 --no-such-flag", "-Xclang -ast-list -fsyntax-only a.i",
]


def answer(command, question):
    """Returns all that can be told from outside."""
    done = subprocess.run(command + question.split(), capture_output=True,
                          check=False)
    return done.returncode, done.stdout, done.stderr


different = 0
for question in QUESTIONS:
    plain = answer([compiler], question)
    wrapped = answer(["offstack", f"--compiler={compiler}", "cc"], question)
    if plain != wrapped:
        different += 1
        print(f"{compiler} {question}\n  plain:   {plain}\n"
              f"  wrapped: {wrapped}")
print(f"{len(QUESTIONS)} questions, {different} answered differently")
sys.exit(different != 0)
