"""Which programs there are: each suite is a function that lists its cases."""

import dataclasses
import os
import re

from stress.projects import PROJECTS, Project

ALL_LEVELS = ["-O0", "-O1", "-O2", "-O3", "-Os"]
C, CXX, FORTRAN = ["clang-22"], ["clang++-22"], ["flang-22"]

# Old programs: implicit declarations, wrapping arithmetic, GNU's inline.
C_FLAGS = ["-w", "-std=gnu17", "-fno-strict-overflow",
           "-Wno-error=implicit-function-declaration", "-Wno-implicit-int",
           "-Wno-int-conversion", "-Wno-return-type", "-Wno-return-mismatch",
           "-Wno-incompatible-function-pointer-types"]
CXX_FLAGS = ["-w", "-std=gnu++17"]
CSMITH_FLAGS = ["-w", "-I/usr/include/csmith"]

# Of the options that a test names, those that clang has and that decide
# whether it passes.
TEST_OPTIONS = re.compile(r'dg-(?:additional-)?options\s+"([^"]*)"')
MORE_SOURCES = re.compile(r'dg-additional-sources\s+(?:"([^"]*)"|([^\s}]+))')
KNOWN_OPTION = re.compile(
    r"-std=\S+|-fgnu89-inline|-fwrapv|-fno-exceptions|-fno-rtti|-fpic")


@dataclasses.dataclass(frozen=True)
class Case:
    """One program, or one module of IR, at one level."""
    suite: str
    name: str
    level: str
    compiler: tuple = ()
    flags: tuple = ()
    sources: tuple = ()
    # Writes the source, or the module, into the directory of the case.
    generate: tuple = ()
    # Commands that compile, plainly, what is in another language.
    prepare: tuple = ()
    # There is no program: the verifier decides.
    compile_only: bool = False
    # It has a build and tests of its own.
    project: Project | None = None

    def __str__(self):
        return f"{self.suite}/{self.name}{self.level}"

    def directory(self):
        return os.path.join(
            self.suite, self.name.replace("/", "_") + self.level)


def read(path):
    with open(path, encoding="latin-1") as file:
        return file.read()


def wanted_options(text):
    found = " ".join(TEST_OPTIONS.findall(text)).split()
    return tuple(o for o in found if KNOWN_OPTION.fullmatch(o))


def files(root, folders, suffixes):
    """Returns (name, path) of the tests in some folders, sorted."""
    result = []
    for folder in folders:
        path = os.path.join(root, folder)
        for entry in sorted(os.listdir(path)):
            stem, suffix = os.path.splitext(entry)
            if suffix in suffixes:
                short = os.path.relpath(path, os.path.join(root, folders[0]))
                name = os.path.normpath(os.path.join(short, stem))
                result.append((name.replace("../", ""),
                               os.path.join(path, entry)))
    return result


def more_sources(path, text):
    """Returns what a test names beside itself: sources for the same compiler,
    and of the C sources for another one the commands and the objects."""
    names = " ".join(a or b for a, b in MORE_SOURCES.findall(text)).split()
    paths = [os.path.join(os.path.dirname(path), name) for name in names]
    foreign = [p for p in paths if p.endswith(".c") and path[-2:] != ".c"]
    objects = [os.path.basename(p)[:-2] + ".o" for p in foreign]
    prepare = tuple((*C, *C_FLAGS, "-c", p, "-o", o)
                    for p, o in zip(foreign, objects))
    return (*(p for p in paths if p not in foreign), *objects), prepare


def programs(suite, root, folders, suffixes, compiler, flags, is_test,
             compile_only=False):
    """Lists tests of one file each, and of the files that this one names."""
    result = []
    for name, path in files(root, folders, suffixes):
        text = read(path)
        if is_test(text):
            more, prepare = more_sources(path, text)
            result.append(Case(suite, name, "", tuple(compiler),
                               (*flags, *wanted_options(text)), (path, *more),
                               prepare=prepare, compile_only=compile_only))
    return result


def gcc_folder(context, name):
    path = os.path.join(context.sources, "gcc-testsuite", name)
    if not os.path.isdir(path):
        raise FileNotFoundError(
            f"no {path}: run utils/setup and utils/prepare-sources")
    return path


def is_run_test(text):
    return re.search(r"dg-do\s+run", text)


def is_compile_test(text):
    return not is_run_test(text)


def c_torture(context):
    root = gcc_folder(context, "gcc.c-torture/execute")
    cases = programs("c-torture", root, [".", "ieee"], [".c"], C,
                     (*C_FLAGS, "-lm"), lambda text: True)
    # Tests of library calls: the test, its own library, and their main.
    for name, path in files(root, ["builtins"], [".c"]):
        library = path[:-2] + "-lib.c"
        if os.path.exists(library):
            main = os.path.join(root, "builtins/lib/main.c")
            cases.append(Case("c-torture", "builtins/" + name, "", tuple(C),
                              (*C_FLAGS, "-lm"), (path, library, main)))
    return cases


def gxx(context):
    cases = programs("g++", gcc_folder(context, "g++.dg"),
                     ["eh", "torture"], [".C"], CXX, CXX_FLAGS, is_run_test)
    cases += programs("g++", gcc_folder(context, "g++.old-deja"),
                      ["g++.eh", "g++.mike"], [".C"], CXX,
                      (*CXX_FLAGS, "-std=gnu++98"), is_run_test)
    cases += programs("g++", gcc_folder(context, "g++.dg"),
                      ["coroutines/torture"], [".C"], CXX,
                      (*CXX_FLAGS, "-std=gnu++20"), is_run_test)
    # Of the tests of exceptions, those too that are no programs.
    for root, folder, flags in [
            ("g++.dg", "eh", ()),
            ("g++.old-deja", "g++.eh", ("-std=gnu++98",))]:
        cases += programs("g++", gcc_folder(context, root), [folder], [".C"],
                          CXX, (*CXX_FLAGS, *flags), is_compile_test,
                          compile_only=True)
    return cases


# The folders of gfortran.dg that have programs of their own; those of OpenMP
# and OpenACC have none that run without more.
FORTRAN_FOLDERS = [".", "c-interop", "coarray", "g77", "graphite", "ieee",
                   "vect"]


def gfortran(context):
    cases = programs(
        "gfortran", gcc_folder(context, "gfortran.fortran-torture/execute"),
        ["."], [".f90", ".f"], FORTRAN, ("-w",), lambda text: True)
    cases += programs("gfortran", gcc_folder(context, "gfortran.dg"),
                      FORTRAN_FOLDERS,
                      [".f90", ".F90", ".f", ".F", ".f03", ".f08"], FORTRAN,
                      ("-w",), is_run_test)
    return cases


def csmith(context):
    count = context.first or context.sample or 100
    return [Case("csmith", f"seed-{seed}", "", tuple(C), tuple(CSMITH_FLAGS),
                 ("program.c",),
                 ("csmith", "--seed", str(seed), "--output", "program.c"))
            for seed in range(context.seed, context.seed + count)]


def llvm_stress(context):
    count = context.first or context.sample or 500
    # Small modules and large ones in turn.
    return [Case("llvm-stress", f"seed-{seed}", "",
                 generate=("llvm-stress-22", f"-size={50 + seed % 8 * 100}",
                           f"-seed={seed}", "-o", "module.ll"))
            for seed in range(context.seed, context.seed + count)]


def projects(context):
    missing = [p.package for p in PROJECTS
               if context.filter.search(p.name) and
               not os.path.isdir(os.path.join(context.sources, p.package))]
    if missing:
        raise FileNotFoundError(
            f"no sources of {', '.join(missing)} in {context.sources}: run "
            f"utils/fetch-source for each")
    return [Case("projects", project.name, "", project=project)
            for project in PROJECTS]


def own(path):
    """Lists the programs of a folder, or the one file, that a user names."""
    found = [path]
    if os.path.isdir(path):
        found = sorted(os.path.join(path, name) for name in os.listdir(path))
    compilers = {".c": (C, C_FLAGS), ".C": (CXX, CXX_FLAGS),
                 ".cpp": (CXX, CXX_FLAGS), ".f90": (FORTRAN, ["-w"])}
    cases = []
    for file in found:
        stem, suffix = os.path.splitext(os.path.basename(file))
        if suffix in compilers:
            compiler, flags = compilers[suffix]
            cases.append(Case("own", stem, "", tuple(compiler),
                              (*flags, "-lm"), (os.path.abspath(file),)))
    return cases


# Name, what lists it, its levels. The first four run when none is named.
SUITES = {
    "c-torture": (c_torture, ALL_LEVELS),
    "g++": (gxx, ["-O0", "-O2"]),
    "csmith": (csmith, ["-O0", "-O2"]),
    "llvm-stress": (llvm_stress, [""]),
    "gfortran": (gfortran, ["-O0", "-O2"]),
    "projects": (projects, ["-O0", "-O2"]),
}
DEFAULT_SUITES = ["c-torture", "g++", "csmith", "llvm-stress"]


def spread(cases, count):
    """Returns count of the cases, evenly spread: always the same."""
    if count >= len(cases):
        return cases
    return [cases[i * len(cases) // count] for i in range(count)]


def with_own_names(cases):
    """Gives the later of two tests of one name that of its folder, too: each has
    a directory."""
    taken, result = set(), []
    for case in cases:
        if case.directory() in taken:
            folder = os.path.basename(os.path.dirname(case.sources[0]))
            case = dataclasses.replace(case, name=f"{folder}/{case.name}")
        taken.add(case.directory())
        result.append(case)
    return result


def list_cases(context, suite):
    """Lists what is to be run of one suite, level by level."""
    cases, levels = SUITES.get(suite, (lambda _: own(suite), ["-O0", "-O2"]))
    cases = [case for case in with_own_names(cases(context))
             if context.filter.search(case.name)]
    if context.first:
        cases = cases[:context.first]
    if context.sample:
        cases = spread(cases, context.sample)
    if levels != [""] and context.levels:
        levels = context.levels
    return [dataclasses.replace(case, level=level)
            for level in levels for case in cases]
