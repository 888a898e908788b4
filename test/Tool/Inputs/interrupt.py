"""usage: interrupt.py FOLDER

Checks files with a compiler that hangs, presses Ctrl-C in the terminal of the
check, and looks at what is left. Then checks one with a compiler that works.
"""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import time

folder = os.path.abspath(sys.argv[1])
names = [f"{i}.c" for i in range(5)]
with open(f"{folder}/compile_commands.json", "w", encoding="ascii") as file:
    json.dump([{"directory": folder, "file": name, "command": f"cc -c {name}"}
               for name in names], file)
with open(f"{folder}/clang", "w", encoding="ascii") as file:
    # It starts another process, as ccache and distcc do.
    file.write(f"#!/bin/sh\necho $$ >> {folder}/pids\nsleep 600 &\n"
               f"echo $! >> {folder}/pids\nwait\n")
os.chmod(f"{folder}/clang", 0o755)


def read_processes():
    try:
        with open(f"{folder}/pids", encoding="ascii") as file:
            return [int(line) for line in file.read().split()]
    except FileNotFoundError:
        return []


def is_alive(process):
    try:
        with open(f"/proc/{process}/stat", encoding="ascii") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def start(compiler):
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TMPDIR=f"{folder}/tmp", TERM="xterm")
        os.chdir(folder)
        # Rows and columns.
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
        os.execlp("offstack", "offstack", f"--compiler={compiler}", "check",
                  "-j2")
    return child, terminal


def read_all(terminal):
    text = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            return text.decode()
        if not part:
            return text.decode()
        text += part


child, terminal = start(f"{folder}/clang")
deadline = time.monotonic() + 60
while len(read_processes()) < 4 and time.monotonic() < deadline:
    time.sleep(0.05)
print("compilers ran:", len(read_processes()) // 2)
os.write(terminal, b"\x03")
read_all(terminal)
_, status = os.waitpid(child, 0)
print("exit code:", os.waitstatus_to_exitcode(status))
deadline = time.monotonic() + 10
while any(map(is_alive, read_processes())) and time.monotonic() < deadline:
    time.sleep(0.05)
print("compilers left:", sum(map(is_alive, read_processes())))
print("files left:", os.listdir(f"{folder}/tmp"))

for name in names:
    with open(f"{folder}/{name}", "w", encoding="ascii") as file:
        file.write("int x;\n")
clang = subprocess.run(["which", "clang-22"], capture_output=True, text=True,
                       check=True).stdout.strip()
child, terminal = start(clang)
output = read_all(terminal)
os.waitpid(child, 0)
print("bar:", bool(re.search(r"\r\[#{30}\] 5/5, 0 found  ", output)))
