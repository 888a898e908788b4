"""What else there is to have a large local.

Each way is a program of its own, since most of them change the process. In each
turn all programs run once, in random order.
"""

import glob
import os
import shutil

from tables import common

NAME = "peers"
CLANG = ("clang++-22",)
# gold makes segments large enough for code that is not split (memset).
SPLIT = ("g++", "-fsplit-stack", "-fuse-ld=gold")
# What is shown: compiler and flags, or the allocator of boxes.
WAYS = {
    "stack": CLANG,
    "stack, `-fstack-clash-protection`": CLANG + ("-fstack-clash-protection",),
    "malloc and free by hand": CLANG + ("-DLOCAL_MALLOC",),
    "the same, mimalloc": "libmimalloc.so.2",
    "the same, jemalloc": "libjemalloc.so.2",
    "`std::vector`": CLANG + ("-DLOCAL_VECTOR",),
    "`make_unique`": CLANG + ("-DLOCAL_MAKE_UNIQUE",),
    "`make_unique_for_overwrite`":
        CLANG + ("-DLOCAL_MAKE_UNIQUE_FOR_OVERWRITE",),
    "`-fsanitize=safe-stack`": CLANG + ("-fsanitize=safe-stack",),
    "gcc, stack": ("g++",),
    "gcc, `-fstack-clash-protection`": ("g++", "-fstack-clash-protection"),
    "gcc, `-fsplit-stack`": SPLIT,
    "Offstack, malloc": "malloc",
    "Offstack, mimalloc": "libmimalloc.so.2",
    "Offstack, jemalloc": "libjemalloc.so.2",
    "Offstack, cache": "cache",
}
PACKAGES = {"libmimalloc.so.2": "libmimalloc2.0",
            "libjemalloc.so.2": "libjemalloc2"}
LINE = [("line", 4 << 10), ("line", 64 << 10), ("line", 1 << 20),
        ("line", 16 << 20), ("line", 64 << 20), ("line/threads:2", 64 << 10),
        ("three", 210000), ("recursion", 800000)]
ALL = [("all", 4 << 10), ("all", 64 << 10), ("all", 1 << 20), ("all", 16 << 20),
       ("all", 40 << 20), ("all", 64 << 20)]


def find_library(name):
    for path in glob.glob(f"/usr/lib/*/{name}") + glob.glob(f"/usr/lib/{name}"):
        return path
    return None


def build(setting, way, number):
    """Returns the program of a way."""
    compiler, *flags = CLANG + tuple(setting.box_flags(way)) \
        if isinstance(way, str) else way
    item, program = setting.path(f"{number}.o"), setting.path(f"peer-{number}")
    common.run([compiler, "-std=c++20", "-O2", "-fPIE", "-c", *flags,
                "-DWORK_LIST=work_list",
                os.path.join(common.BOXES, "Work.cpp"), "-o", item])
    link = [flag for flag in flags
            if flag.startswith(("-fsan", "-fsp", "-fuse"))]
    common.link_main(setting, [("work_list", "work")], [item], program,
                     "g++" if compiler == "g++" else "clang++-22", link)
    return program


def build_all(setting):
    """Returns programs and environments by what is shown."""
    programs = {}
    for number, (shown, way) in enumerate(WAYS.items()):
        if way in PACKAGES:
            library = find_library(way)
            base = "Offstack, malloc" if shown.startswith("Offstack") \
                else "malloc and free by hand"
            if library:
                programs[shown] = programs[base][0], {"LD_PRELOAD": library}
            else:
                common.missing(shown, PACKAGES[way])
        elif way[0] == "g++" and not shutil.which("g++"):
            common.missing(shown, "g++")
        elif way == SPLIT and not shutil.which("ld.gold"):
            common.missing(shown, "binutils with ld.gold")
        else:
            programs[shown] = build(setting, way, number), {}
    return programs


def measure(setting, programs):
    """Returns nanoseconds by what is shown, and then by (name, bytes)."""
    times = {shown: {} for shown in programs}
    for turn in range(setting.options.turns):
        for shown in common.shuffled(list(programs), turn):
            program, environment = programs[shown]
            for threads in ("one", "two"):
                common.merge(times[shown], common.time_once(
                    setting, program, 1, setting.options.seconds, threads,
                    environment))
    return {shown: {key[1:]: value
                    for key, value in common.medians(of_way).items()}
            for shown, of_way in times.items()}


def print_table(setting):
    times = measure(setting, build_all(setting))
    sizes = [common.format_size(size) for _, size in LINE[:5]]
    common.print_rows(
        ["one line touched, ns a call", *sizes, "64K, two threads",
         "three of 70 000", "8 deep, 100 000 each"],
        [[shown, *(common.format_time(of_way[key]) for key in LINE)]
         for shown, of_way in times.items()])
    print()
    common.print_rows(
        ["all written, to the stack",
         *(common.format_size(size) for _, size in ALL)],
        [[shown, *(f"{of_way[key] / times['stack'][key]:.2f}" for key in ALL)]
         for shown, of_way in times.items()])
    setting.goals.append(
        ("three of 70 KB, to the stack and 10 ns more, cache", 10,
         times["Offstack, cache"]["three", 210000]
         - times["stack"]["three", 210000], " ns"))
