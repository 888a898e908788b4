"""usage: press-tab.py SHELL FOLDER

Types command lines into an interactive SHELL with the completion of offstack,
presses TAB where this file has one, and prints the lines that came of it. The
shell runs a program "offstack" that records its arguments instead of the real
one, which only answers the shell's questions.
"""

import os
import pty
import select
import shutil
import subprocess
import sys
import time

shell, folder = sys.argv[1:]
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
real = shutil.which("offstack")

recorder = os.path.join(folder, "offstack")
with open(recorder, "w", encoding="ascii") as file:
    file.write("#!/bin/sh\n"
               f'[ "$1" = __complete ] && exec {real} "$@"\n'
               f'echo "offstack $*" >> {folder}/calls\n')
os.chmod(recorder, 0o755)
open(os.path.join(folder, "source-file.c"), "w", encoding="ascii").close()

script = subprocess.run([real, "completion", shell], check=True,
                        capture_output=True, text=True).stdout
with open(os.path.join(folder, "script"), "w", encoding="ascii") as file:
    file.write(script)

COMMANDS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source ./script"),
    "zsh": (["zsh", "-f", "-i"],
            "autoload -U compinit; compinit -u -D; source ./script"),
    "fish": (["fish", "--no-config", "-i"], "source ./script"),
}
LINES = {
    "command": "offstack expl\tungu\t\n",
    "option": "offstack --sta\tmus\tcc\n",
    "choice": "offstack --alloc=ca\tcc\n",
    "file": "offstack cc source-f\t\n",
}


def read_until_quiet(terminal, seconds):
    """Reads what the shell draws, until it has drawn nothing for a while."""
    while select.select([terminal], [], [], seconds)[0]:
        try:
            if not os.read(terminal, 65536):
                return
        except OSError:
            return


command, start = COMMANDS[shell]
environment = {**os.environ, "TERM": "dumb" if shell != "fish" else "xterm",
               "PATH": folder + os.pathsep + os.environ["PATH"],
               "HOME": folder, "XDG_CONFIG_HOME": folder,
               "XDG_DATA_HOME": folder}
child, terminal = pty.fork()
if child == 0:
    os.chdir(folder)
    os.execvpe(command[0], command, environment)
read_until_quiet(terminal, 1)
os.write(terminal, (start + "\n").encode())
read_until_quiet(terminal, 1)

calls = os.path.join(folder, "calls")
for name, line in LINES.items():
    if os.path.exists(calls):
        os.unlink(calls)
    for key in line:
        os.write(terminal, key.encode())
        # Completion is done before the next letter is typed.
        if key == "\t":
            read_until_quiet(terminal, 1)
    deadline = time.monotonic() + 20
    while not os.path.exists(calls) and time.monotonic() < deadline:
        read_until_quiet(terminal, 0.1)
    with open(calls, encoding="ascii") as file:
        print(f"{name}: {file.read().strip()}")
os.close(terminal)
os.kill(child, 9)
os.waitpid(child, 0)
