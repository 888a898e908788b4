"""Projects with tests of their own, built by naming their compilers alone.

Each is built twice, plain and boxed, at the same level. Its own tests must pass
both times and say the same. Where a stack size is known with which the plain
build overflows, the boxed one must pass its tests with that.
"""

import dataclasses
import os
import re
import shlex
import shutil

from stress.verdict import FAILED, PASSED, SKIPPED, Verdict, count_remarks

# A busy machine builds and tests the largest in this time.
SECONDS = 3600
# What tests write may be large.
FILE_BYTES = 4 << 30

# What a wrapper does with one compilation: the level comes last, so that it is
# in force; remarks go to a file, as tests of configure scripts read the rest.
WRAPPER = """\
#!/bin/sh
# {name} of this build
err=$(mktemp) || exit
{command} "$@" {flags} 2>"$err"
status=$?
grep -h 'offstack-' "$err" >>{log}
grep -v 'offstack-' "$err" >&2
rm -f "$err"
exit $status
"""
QUIET = ["-fno-caret-diagnostics", "-Wno-unused-command-line-argument",
         "-Wno-frame-larger-than"]


@dataclasses.dataclass(frozen=True)
class Project:
    """How one is built and tested: shell commands, run in its own directory,
    with CC, CXX and FC set."""
    name: str
    # The Debian source package, as utils/fetch-source names it.
    package: str
    build: str
    test: str
    # What the tests print that differs from run to run.
    varying: str = ""
    # KiB of stack by level, with which the plain build overflows.
    stack: dict = dataclasses.field(default_factory=dict)
    # Commands of the tests that cannot run with so little stack.
    stack_test: str = ""


PROJECTS = [
    Project(
        "pugixml", "pugixml",
        build="make -j2 CXX=\"$CXX\" config=release BUILD=out cxxstd=c++17",
        test="./out/test"),
    Project(
        "jansson", "jansson",
        build="autoreconf -fi && ./configure --disable-shared && make -j2",
        test="make check && cat test/*.log test/*.trs",
        varying=r"^.*directory '.*\n"),
    Project(
        "zstd", "libzstd",
        build="make -j2 -C tests datagen fuzzer zstreamtest legacy "
              "invalidDictionaries poolTests && make -j2 -C programs zstd",
        test="cd tests && ./legacy && ./invalidDictionaries && ./poolTests && "
             "./fuzzer -s1 -i1 && ./zstreamtest -s1 -i1 && "
             "ZSTD_BIN=../programs/zstd DATAGEN_BIN=./datagen ./playTests.sh",
        varying=r"^.*( MB/s|-rw-r|\r|seconds).*\n"),
    Project(
        "mafft", "mafft",
        build="make -j2 -C core CC=\"$CC\" && "
              "make -C core install PREFIX=\"$PWD/out\"",
        test="cd test && PATH=\"$PWD/../out/bin:$PATH\" "
             # The last one needs a program that mafft does not come with.
             "bash -c \"$(sed '/xinsi/,+1d' script)\""),
    Project(
        "sqlite", "sqlite3",
        build="mkdir out && cd out && ../configure --disable-shared && "
              "make -j2 testfixture",
        test="cd out && ./testfixture ../test/veryquick.test",
        varying=r"\d+ (ms|bytes|seconds)"),
]


class ProjectRunner:
    """Judges the projects; knows the plugins and the limit."""

    def __init__(self, context, processes):
        self.context = context
        self.processes = processes

    def judge(self, case, work):
        project = case.project
        source = os.path.join(self.context.sources, project.package)
        if not os.path.isdir(source):
            raise FileNotFoundError(
                f"no {source}: run utils/fetch-source {project.package}")
        for kind in ("plain", "boxed"):
            shutil.copytree(os.path.realpath(source),
                            os.path.join(work, kind), symlinks=True)
            self.write_wrappers(case, work, kind)
        if self.run(work, "plain", "build", project.build) != 0:
            return Verdict(SKIPPED, "does not build plainly")
        if self.run(work, "plain", "test", project.test) != 0:
            return Verdict(SKIPPED, "fails plainly")
        status = self.run(work, "boxed", "build", project.build)
        verdict = count_remarks(os.path.join(work, "boxed.remarks"))
        if status != 0:
            verdict.kind = FAILED
            verdict.reason = "does not build boxed"
        else:
            verdict.kind, verdict.reason = self.compare(case, work)
        return verdict

    def compare(self, case, work):
        project = case.project
        if self.run(work, "boxed", "test", project.test) != 0:
            return FAILED, "its tests fail boxed"
        if self.read(project, work, "plain", "test") != \
                self.read(project, work, "boxed", "test"):
            return FAILED, "its tests say something else boxed"
        stack = project.stack.get(case.level)
        if not stack:
            return PASSED, ""
        test = f"ulimit -S -s {stack}; {project.stack_test or project.test}"
        if self.run(work, "plain", "small", test) == 0:
            return FAILED, f"{stack} KiB of stack are enough plainly"
        if self.run(work, "boxed", "small", test) != 0:
            return FAILED, f"{stack} KiB of stack are not enough boxed"
        return PASSED, ""

    def read(self, project, work, kind, step):
        """Returns what tests have printed, without what varies."""
        with open(os.path.join(work, f"{kind}.{step}.out"),
                  encoding="latin-1") as file:
            text = file.read()
        if project.varying:
            text = re.sub(project.varying, "", text, flags=re.M)
        return text.replace(os.path.join(work, kind), "")

    def write_wrappers(self, case, work, kind):
        log = os.path.join(work, kind + ".remarks")
        for name, compiler in [("CC", "clang-22"), ("CXX", "clang++-22"),
                               ("FC", "flang-22")]:
            box = self.box_flags(compiler) if kind == "boxed" else []
            quiet = [] if name == "FC" else QUIET
            path = os.path.join(work, f"{kind}-{name}")
            with open(path, "w", encoding="utf-8") as file:
                file.write(WRAPPER.format(
                    name=name, command=compiler, log=shlex.quote(log),
                    flags=shlex.join([case.level, *quiet, *box])))
            os.chmod(path, 0o755)

    def box_flags(self, compiler):
        remarks = ["-Rpass=offstack", "-Rpass-missed=offstack"]
        if compiler.startswith("flang"):
            return [f"-fpass-plugin={self.context.plugins['pass']}", *remarks,
                    "-mllvm", f"-offstack-local={self.context.limit}",
                    "-mllvm", "-offstack-verify"]
        argument = "-fplugin-arg-offstack-"
        return [f"-fplugin={self.context.plugins['clang']}", *remarks,
                argument + "box", f"{argument}local={self.context.limit}",
                argument + "verify"]

    def command(self, work, kind, script):
        compilers = [f"{name}={work}/{kind}-{name}"
                     for name in ("CC", "CXX", "FC")]
        return ["env", *compilers, "sh", "-c",
                f"cd {shlex.quote(os.path.join(work, kind))} && {{ {script}\n}}"]

    def run(self, work, kind, step, script):
        """Runs one step; its output is in <kind>.<step>.out and .err."""
        return self.processes.run(self.command(work, kind, script), work,
                                  SECONDS, f"{kind}.{step}.out",
                                  f"{kind}.{step}.err")
