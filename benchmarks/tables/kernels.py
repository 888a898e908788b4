"""Loops over arrays of several megabytes."""

import os

from tables import common

NAME = "kernels"
KERNELS = {"gemm": "gemm", "jacobi": "jacobi", "fdtd": "fdtd",
           "many-arrays": "fourteen arrays"}
WAYS = ("stack", "malloc", "cache")
LIMITS = {"-O0": 1.2, "-O3": 1.03}


def build(setting, level):
    """Returns the program with all ways, and the programs that count."""
    objects, counters = [], {}
    for way in WAYS:
        flags = [] if way == "stack" else setting.box_flags(way)
        item = setting.path(f"kernels-{way}.o")
        common.run(["clang++-22", "-std=c++17", level, "-c", common.ALIGN,
                    *flags,
                    f"-DWORK_LIST={way}_list",
                    os.path.join(common.WORK, "Kernels.cpp"), "-o", item])
        objects.append(item)
        counters[way] = common.link_counter(setting, way, [item])
    program = setting.path("kernels")
    common.link_main(setting, [(f"{way}_list", way) for way in WAYS], objects,
                     program)
    return program, counters


def measure(setting, program):
    """Each kernel and each turn is a process of its own: which pages an array
    gets, and what the heap has seen before, changes the time of a loop by some
    percent."""
    times = {}
    for _ in range(setting.options.turns):
        for name in KERNELS:
            common.merge(times, common.time_once(
                setting, program, 1, setting.options.seconds,
                only=f"^[a-z]*/{name}/"))
    return common.medians(times)


def print_table(setting):
    rows = []
    for level, limit in LIMITS.items():
        program, counters = build(setting, level)
        times = measure(setting, program)
        for (_, name, size) in [key for key in times if key[0] == "stack"]:
            ms = [times[way, name, size] / 1e6 for way in WAYS]
            counts = [common.count_call(setting, counters[way], name, 1)
                      for way in WAYS]
            rows.append([KERNELS[name], level, f"{size / 1e6:.1f} MB",
                         *(f"{value:.2f}" for value in ms),
                         f"{ms[1] / ms[0]:.3f}", f"{ms[2] / ms[0]:.3f}",
                         f"{counts[1] / counts[0]:.4f}",
                         f"{counts[2] / counts[0]:.4f}"])
            setting.goals += [
                (f"{KERNELS[name]} at {level}, {way}", limit, time / ms[0], "")
                for way, time in zip(WAYS[1:], ms[1:])]
    common.print_rows(["ms a call", "level", "locals", *WAYS, "malloc/stack",
                       "cache/stack", "instructions: malloc/stack",
                       "cache/stack"], rows)
