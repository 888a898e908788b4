"""A large local on a rare path: what the common path pays for it."""

import os

from tables import common

NAME = "cold"
FUNCTIONS = {"branch-first": "nothing before the branch",
             "branch-first-throw": "nothing before it, the rare path may throw",
             "call-then-return": "calls before it, the rare path returns",
             "call-then-throw": "calls before it, the rare path may throw",
             "call-then-go-on": "calls before it, the rare path goes on",
             "two-errors": "two rare paths, of which a call takes one",
             "rare-in-round": "a rare path in a loop of four rounds, with calls",
             "rare-in-loop": "the same, one buffer for all rounds"}
CLASH = "-fstack-clash-protection"
# Name, what is shown, compiler, flags.
WAYS = (("none", "no buffer", "clang++-22", ["-DNO_BUFFER"]),
        ("stack", "stack", "clang++-22", []),
        ("clash", f"stack, `{CLASH}`", "clang++-22", [CLASH]),
        ("gcc", f"gcc, stack, `{CLASH}`", "g++", [CLASH]),
        ("malloc", "boxed, malloc", "clang++-22", None),
        ("cache", "boxed, cache", "clang++-22", None))


def build(setting):
    """Returns the program with all ways, and the programs that count."""
    calls = setting.path("cold-calls.o")
    common.run(["clang++-22", "-O2", "-c",
                os.path.join(common.WORK, "ColdCalls.cpp"), "-o", calls])
    objects, counters = [calls], {}
    for name, _, compiler, flags in WAYS:
        if flags is None:
            flags = setting.box_flags(name)
        item = setting.path(f"cold-{name}.o")
        common.run([compiler, "-std=c++17", "-O2", "-c", common.ALIGN, *flags,
                    f"-DWORK_LIST={name}_list",
                    os.path.join(common.WORK, "Cold.cpp"), "-o", item])
        objects.append(item)
        counters[name] = common.link_counter(setting, name, [item, calls])
    program = setting.path("cold")
    common.link_main(setting, [(f"{way[0]}_list", way[0]) for way in WAYS],
                     objects, program)
    return program, counters


def print_table(setting):
    program, counters = build(setting)
    times = common.medians(common.time_once(
        setting, program, 5 * setting.options.turns, setting.options.seconds))
    for function, shown in FUNCTIONS.items():
        ns = {way[0]: times[way[0], function, 512 << 10] for way in WAYS}
        counts = {way: common.count_call(setting, counters[way], function, 1000)
                  for way in counters}
        rows = [[way[1], f"{ns[way[0]]:.2f}",
                 f"{ns[way[0]] / ns['stack']:.2f}",
                 f"{ns[way[0]] / ns['none']:.2f}", f"{counts[way[0]]:.0f}"]
                for way in WAYS]
        print()
        common.print_rows([shown, "ns a call", "/stack",
                           "/no buffer", "instructions, with the loop"], rows)
        add_goals(setting, shown, ns, counts)


def add_goals(setting, shown, ns, counts):
    for way in ("malloc", "cache"):
        setting.goals += [
            (f"hot path, {shown}, {way}, to the stack", 1.02,
             ns[way] / ns["stack"], ""),
            ("the same, to the function without a buffer", 1.02,
             ns[way] / ns["none"], ""),
            ("the same, instructions more than without a buffer", 0,
             counts[way] - counts["none"], "")]
        if not shown.startswith("nothing"):
            setting.goals.append(
                (f"the same, share of the time with `{CLASH}`", 0.02,
                 ns[way] / ns["clash"], ""))
