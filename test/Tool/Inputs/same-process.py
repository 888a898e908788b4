"""usage: same-process.py CLANG CLANGXX

Runs `offstack cc` with the program CLANG, which prints its process and its
arguments and copies its input, and `offstack c++` with CLANGXX, which dies.
"""

import os
import signal
import subprocess
import sys

clang, clangxx = sys.argv[1:]

child = subprocess.Popen(
    ["offstack", "--local=4K", "cc", "a", "b c"], stdin=subprocess.PIPE,
    stdout=subprocess.PIPE, text=True, env={**os.environ, "OFFSTACK_CC": clang})
output, _ = child.communicate("through\n")
process, rest = output.split(" ", 1)
print("same process:", int(process) == child.pid)
print("exit code:", child.returncode)
print("output:", rest, end="")

done = subprocess.run(["offstack", f"--compiler={clangxx}", "c++"], check=False)
print("signal:", -done.returncode)

# Python ignores SIGPIPE, and lets a child inherit that when told to.
with open(clang, "w", encoding="ascii") as file:
    file.write("#!/bin/sh\ngrep SigIgn /proc/$$/status\n")
done = subprocess.run(["offstack", f"--compiler={clang}", "cc"],
                      restore_signals=False, capture_output=True, text=True,
                      check=True)
ignored = int(done.stdout.split()[1], 16)
print("ignores SIGPIPE:", bool(ignored >> (signal.SIGPIPE - 1) & 1))
