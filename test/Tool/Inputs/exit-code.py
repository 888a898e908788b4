"""usage: exit-code.py PROGRAM ARGUMENT...

Runs the program and prints its exit code behind what it prints.
"""

import subprocess
import sys

code = subprocess.run(sys.argv[1:], check=False).returncode
print("exit code", code)
