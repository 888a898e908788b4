"""Real functions: SQLite's shell on a script, zstd on generated texts."""

import glob
import os
import statistics
import subprocess

from tables import common

NAME = "programs"
WAYS = ("stack", "malloc", "cache")
SOURCES = os.path.join(common.ROOT, "build/sources")
SQLITE = os.path.join(SOURCES, "sqlite3-amalgamation")
ZSTD = os.path.join(SOURCES, "libzstd/lib")
SCRIPT = os.path.join(common.ROOT, "test/end-to-end/Inputs/sqlite.sql")
# Arguments of zstd: the kind of input, the level, turns.
ZSTD_RUNS = (("small", "1", "2"), ("small", "3", "2"), ("small", "9", "1"),
             ("large", "3", "2"))


def build(setting, name, way):
    """Returns the program, its locals of 1 KiB and more boxed."""
    flags = [] if way == "stack" else setting.box_flags(way, "1K")
    program = setting.path(f"{name}-{way}")
    if name == "sqlite":
        files = [os.path.join(SQLITE, f) for f in ("sqlite3.c", "shell.c")]
        libraries = ["-lm", "-ldl", "-lpthread"]
    else:
        files = [os.path.join(common.WORK, "Zstd.c"), f"-I{ZSTD}",
                 "-DZSTD_DISABLE_ASM"]
        for part in ("common", "compress", "decompress"):
            files += sorted(glob.glob(os.path.join(ZSTD, part, "*.c")))
        libraries = []
    common.run(["clang-22", "-O2", "-w", *flags, *files, *libraries, "-o",
                program])
    return program


def get_commands(setting):
    """Returns (what is shown, program, arguments, input or None, runs)."""
    commands = [("SQLite's shell, `sqlite.sql`", "sqlite",
                 # The script provokes errors: the status is 1.
                 ["sh", "-c", 'rm -f main.db copy.db; '
                  '"$0" -batch main.db >out 2>err; test $? = 1'], SCRIPT, 20)]
    for kind, level, turns in ZSTD_RUNS:
        shown = "2000 texts of 2 KB" if kind == "small" else "4 MB of text"
        commands.append((f"zstd level {level}, {shown}", "zstd",
                         ["sh", "-c", f'"$0" {kind} {level} {turns}'], None, 2))
    return commands


def time_runs(setting, program, command, path, runs):
    """Returns the user seconds of some runs."""
    seconds = 0
    for _ in range(runs):
        with open(path or os.devnull, encoding="utf-8") as file:
            seconds += common.user_seconds(
                [*command, program], stdin=file, cwd=setting.directory,
                stdout=subprocess.DEVNULL)
    return seconds


def count(setting, program, path):
    """Returns the instructions of a run: callgrind follows no shell."""
    arguments = ["-batch", ":memory:"] if path else ["small", "3", "1"]
    with open(path or os.devnull, encoding="utf-8") as file:
        return common.count_instructions(setting, [program, *arguments], file)


def print_table(setting):
    for name in ("sqlite", "zstd"):
        if not os.path.isdir(SQLITE if name == "sqlite" else ZSTD):
            print(f"not measured: {name}: run utils/prepare-sources, which "
                  "fetches it")
            return
    programs = {(name, way): build(setting, name, way)
                for name in ("sqlite", "zstd") for way in WAYS}
    rows = []
    for shown, name, command, path, runs in get_commands(setting):
        seconds = {way: [] for way in WAYS}
        for turn in range(2 * setting.options.turns):
            for way in common.shuffled(WAYS, turn):
                seconds[way].append(time_runs(
                    setting, programs[name, way], command, path, runs))
        ms = [statistics.median(seconds[way]) / runs * 1000 for way in WAYS]
        rows.append([shown, *(f"{value:.1f}" for value in ms),
                     f"{ms[1] / ms[0]:.3f}", f"{ms[2] / ms[0]:.3f}"])
    common.print_rows(["user ms", *WAYS, "malloc/stack", "cache/stack"], rows)
    print()
    rows = []
    for name, path in (("sqlite", SCRIPT), ("zstd", None)):
        counts = [count(setting, programs[name, way], path) for way in WAYS]
        rows.append([name, *(f"{value / 1e6:.2f}" for value in counts),
                     f"{counts[1] / counts[0]:.4f}",
                     f"{counts[2] / counts[0]:.4f}"])
    common.print_rows(["million instructions", *WAYS, "malloc/stack",
                       "cache/stack"], rows)
