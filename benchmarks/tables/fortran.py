"""Large arrays of Fortran: what its compilers offer, and boxes."""

import os
import shutil

from tables import common

NAME = "fortran"
FLANG, GFORTRAN = ("flang-22",), ("gfortran",)
HEAP = ("-mmlir", "-fdynamic-heap-array", "-mmlir", "-fstack-array-size=1000")
# What is shown: compiler and flags, or the allocator of boxes.
WAYS = {
    "flang": FLANG,
    "flang `-fstack-arrays`": FLANG + ("-fstack-arrays",),
    "flang `-fno-stack-arrays`": FLANG + ("-fno-stack-arrays",),
    "flang `-mmlir -fstack-array-size=1000`": FLANG + HEAP[2:],
    "the same and `-mmlir -fdynamic-heap-array`": FLANG + HEAP,
    "gfortran": GFORTRAN,
    "gfortran `-fstack-arrays`": GFORTRAN + ("-fstack-arrays",),
    "flang, Offstack, malloc": "malloc",
    "flang, Offstack, cache": "cache",
}
CASES = [("fixed-line", 1 << 20), ("automatic-line", 1 << 20),
         ("automatic-line", 40 << 20), ("fixed-all", 1 << 20),
         ("automatic-all", 1 << 20), ("automatic-all", 40 << 20)]


def build(setting, way, number):
    """Returns the program of a way."""
    environment, (compiler, *flags) = dict(os.environ), FLANG
    if isinstance(way, str):
        environment["OFFSTACK_OPTIONS"] = f"alloc={way}:local=1000"
        flags = [setting.box_pass()]
    else:
        compiler, *flags = way
    item = setting.path(f"f{number}.o")
    program = setting.path(f"fortran{number}")
    common.run([compiler, "-O2", "-fPIE", "-c", *flags,
                os.path.join(common.WORK, "Arrays.f90"), "-o", item],
               env=environment, cwd=setting.directory)
    glue = setting.path("glue.o")
    common.run(["clang++-22", "-O2", "-c", "-DWORK_LIST=work_list",
                os.path.join(common.WORK, "Arrays.cpp"), "-o", glue])
    common.link_main(setting, [("work_list", "work")], [item, glue], program)
    return program


def build_all(setting):
    """Returns the programs by what is shown."""
    programs = {}
    for number, (shown, way) in enumerate(WAYS.items()):
        compiler = "flang-22" if isinstance(way, str) else way[0]
        if shutil.which(compiler):
            programs[shown] = build(setting, way, number)
        else:
            common.missing(shown, compiler)
    return programs


def print_table(setting):
    programs = build_all(setting)
    times = {shown: {} for shown in programs}
    for turn in range(setting.options.turns):
        for shown in common.shuffled(list(programs), turn):
            common.merge(times[shown], common.time_once(
                setting, programs[shown], 1, setting.options.seconds))
    rows = []
    for shown, of_way in times.items():
        of_way = common.medians(of_way)
        rows.append([shown, *(common.format_time(of_way["work", *key])
                              for key in CASES)])
    common.print_rows(
        ["ns a call", "fixed 1M, one line", "automatic 1M, one line",
         "automatic 40M, one line", "fixed 1M, all", "automatic 1M, all",
         "automatic 40M, all"], rows)
