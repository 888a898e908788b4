"""What the tables share: building, running in turns, and printing.

A table is a module with NAME, and print_table(setting), which prints it and
appends to setting.goals what has a limit.
"""

import json
import os
import random
import resource
import statistics
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
BOXES = os.path.join(ROOT, "benchmarks/boxes")
WORK = os.path.join(ROOT, "benchmarks/work")
STACK_BYTES = 256 << 20
# No way has the luck that its functions begin at lines, and another not.
ALIGN = "-falign-functions=64"


class Setting:
    """What the command line says, where to build, and the goals so far."""

    def __init__(self, options, directory):
        self.options = options
        self.directory = directory
        self.goals = []

    def path(self, name):
        return os.path.join(self.directory, name)

    def box_flags(self, allocator, limit="1000"):
        plugin = "-fplugin-arg-offstack-"
        return [f"-fplugin={self.options.plugin}", plugin + "box",
                f"{plugin}alloc={allocator}", f"{plugin}local={limit}", "-w"]

    def box_pass(self):
        """Returns the pass alone, and needs OFFSTACK_OPTIONS."""
        directory = os.path.dirname(self.options.plugin)
        return f"-fpass-plugin={os.path.join(directory, 'OffstackPass.so')}"


def run(command, **keywords):
    subprocess.run(command, check=True, timeout=1200, **keywords)


def raise_stack():
    hard = resource.getrlimit(resource.RLIMIT_STACK)[1]
    resource.setrlimit(resource.RLIMIT_STACK, (STACK_BYTES, hard))


def shuffled(items, turn):
    """Returns the items in another order for each turn, the same each run."""
    return random.Random(turn).sample(items, len(items))


def link_main(setting, ways, objects, program, compiler="clang++-22", flags=()):
    """Links objects, of (list name, shown name) ways, with Main.cpp."""
    listed = " ".join(f'WAY({name}, "{shown}")' for name, shown in ways)
    run([compiler, "-std=c++17", "-O2", f"-DWAYS={listed}",
         os.path.join(BOXES, "Main.cpp"), *objects, *flags, "-lbenchmark",
         "-lpthread", "-o", program])


def time_once(setting, program, repetitions, seconds, threads="one",
              environment=None, only="."):
    """Returns lists of nanoseconds by (way, name, bytes)."""
    result = setting.path("result.json")
    subprocess.run(
        [program, threads, "--benchmark_enable_random_interleaving=true",
         f"--benchmark_repetitions={repetitions}",
         f"--benchmark_filter={only}",
         f"--benchmark_min_time={seconds}", f"--benchmark_out={result}",
         "--benchmark_out_format=json"],
        check=True, preexec_fn=raise_stack, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, timeout=1200,
        env=dict(os.environ, **(environment or {})))
    times = {}
    with open(result, encoding="utf-8") as file:
        entries = json.load(file)["benchmarks"]
    for entry in entries:
        if entry["run_type"] == "iteration":
            way, name, size, *threads = entry["run_name"].split("/")
            name = "/".join([name, *threads])
            times.setdefault((way, name, int(size)), []).append(
                entry["cpu_time"])
    return times


def medians(times):
    return {key: statistics.median(values) for key, values in times.items()}


def merge(into, times):
    for key, values in times.items():
        into.setdefault(key, []).extend(values)


def user_seconds(command, **keywords):
    """Returns the user time of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run(command, **keywords)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def count_instructions(setting, command, stdin=None):
    """Returns what callgrind counts, in all of the program."""
    output = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
         *command], text=True, timeout=1200, cwd=setting.directory,
        preexec_fn=raise_stack, stdin=stdin, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, check=False).stderr
    line = next(line for line in output.splitlines() if "Collected" in line)
    return int(line.split()[-1])


def link_counter(setting, way, objects):
    """Returns a program that calls a function, for callgrind."""
    program = setting.path(f"count-{way}")
    run(["clang++-22", "-std=c++17", "-O2", f"-DWORK_LIST={way}_list",
         os.path.join(WORK, "Count.cpp"), *objects, "-o", program])
    return program


def count_call(setting, counter, function, calls):
    """Returns the instructions of a call, those of the loop around it too."""
    few, many = (count_instructions(setting, [counter, function, str(n)])
                 for n in (calls, 2 * calls))
    return (many - few) / calls


def format_size(size):
    for unit, factor in (("M", 1 << 20), ("K", 1 << 10)):
        if size % factor == 0:
            return f"{size // factor}{unit}"
    return str(size)


def format_time(nanoseconds):
    return f"{nanoseconds:.1f}" if nanoseconds < 100 else f"{nanoseconds:.0f}"


def print_rows(header, rows):
    """Prints a Markdown table."""
    print("| " + " | ".join(header) + " |")
    print("|" + "---|" * len(header))
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)


def missing(what, package):
    """Says why a row is not there."""
    print(f"not measured: {what}: the package {package} is not installed",
          flush=True)
