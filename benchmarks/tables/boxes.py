"""Boxes against the stack in one program: what benchmarks/box-cache prints."""

import importlib.machinery
import importlib.util
import os
import statistics
from types import SimpleNamespace

from tables import common

NAME = "boxes"
MIB = 1 << 20


def load():
    path = os.path.join(common.ROOT, "benchmarks/box-cache")
    loader = importlib.machinery.SourceFileLoader("box_cache", path)
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader("box_cache", loader))
    loader.exec_module(module)
    return module


def add_goals(setting, times):
    goals = setting.goals
    for way, limit in (("", 3), (".so", 6)):
        worst = max(times[f"cache{way}", name, size]
                    - times[f"stack{way}", name, size]
                    for w, name, size in times
                    if w == "stack" and name == "line" and size >= 64 << 10)
        where = "a shared object" if way else "an executable"
        goals.append((f"one line touched, 64K to 64M, cache, in {where}, more "
                      "than the stack", limit, worst, " ns"))
    for size in (64 << 10, MIB, 16 * MIB, 40 * MIB, 64 * MIB):
        over = size > 32 * MIB
        goals.append((f"{common.format_size(size)} fully written, cache",
                      1.1 if over else 1.05,
                      times["cache", "all", size] / times["stack", "all", size],
                      ""))
    goals.append(("three of 70 KB live together, cache", 10,
                  times["cache", "three", 210000], " ns"))


def add_second_call(setting, module, programs):
    """The tables are of later calls; the limit is for the second one on."""
    second = {way: statistics.median(
        module.run_excursion(programs[way])[1] for _ in range(9))
              for way in ("stack", "cache", module.KEEPING)}
    for way in ("cache", module.KEEPING):
        setting.goals.append((f"60 MB fully written, the second call, {way}",
                              1.1, second[way] / second["stack"], ""))


def print_table(setting):
    module = load()
    options = SimpleNamespace(
        clang="clang", flags="", plugin=setting.options.plugin, filter=".",
        repetitions=setting.options.turns + 2, timeout=3600,
        seconds=setting.options.seconds)
    program = module.build(options, setting.directory)
    times = (module.measure(options, program, "one", setting.directory)
             | module.measure(options, program, "two", setting.directory))
    module.print_times(times)
    programs = module.build_excursions(options, setting.directory)
    module.print_memory(programs)
    module.print_calls(options, programs)
    add_second_call(setting, module, programs)
    add_goals(setting, times)
    for objects, shown in (("1", "one object"), ("120", "120 objects")):
        grown = module.run_excursion(programs["cache"], objects, "1")[0]
        setting.goals.append((f"kept after 60 MB in {shown}, cache", 4,
                              grown / 1024, " MiB"))
