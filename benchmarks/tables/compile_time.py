"""What boxing adds to the time that a compiler takes."""

import os
import statistics

from tables import common

NAME = "compile"
WAYS = ("plain", "flag", "malloc", "cache")
SHOWN = {"plain": "without the plugin", "flag": "the plugin, warnings only",
         "malloc": "boxing from malloc", "cache": "boxing from the cache"}


def get_sources():
    return os.path.join(common.ROOT, "build/sources/sqlite3-amalgamation")


def get_command(setting, way):
    """Returns how the object of a way is made, at the default limits."""
    flags = []
    if way != "plain":
        flags = [f"-fplugin={setting.options.release}"]
    if way in ("malloc", "cache"):
        flags += ["-fplugin-arg-offstack-box",
                  f"-fplugin-arg-offstack-alloc={way}"]
        if setting.options.compile_limit:
            flags += [f"-fplugin-arg-offstack-local="
                      f"{setting.options.compile_limit}"]
    return ["clang-22", "-O2", "-w", "-c",
            os.path.join(get_sources(), "sqlite3.c"), *flags,
            "-o", setting.path(f"compile-{way}.o")]


def print_table(setting):
    if not os.path.exists(setting.options.release):
        print("not measured: compile time: build the preset 'bench' first, "
              "which has no assertions")
        return
    seconds = {way: [] for way in WAYS}
    for turn in range(setting.options.compile_turns):
        for way in common.shuffled(WAYS, turn):
            seconds[way].append(common.user_seconds(get_command(setting, way)))
    rows = []
    for way in WAYS:
        ratios = [mine / plain
                  for mine, plain in zip(seconds[way], seconds["plain"])]
        rows.append([SHOWN[way], f"{statistics.median(seconds[way]):.2f}",
                     f"{min(seconds[way]):.2f}",
                     f"{statistics.median(ratios):.3f}",
                     f"{min(seconds[way]) / min(seconds['plain']):.3f}"])
        if way in ("malloc", "cache"):
            setting.goals.append((f"compile time of SQLite, `-O2`, {way}", 1.02,
                                  statistics.median(ratios), ""))
    common.print_rows(["SQLite at `-O2`", "user s, median", "least",
                       "median of ratios", "ratio of least"], rows)
