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

from stress.verdict import FAILED, PASSED, Verdict, count_remarks

# A busy machine builds and tests the largest in this time.
SECONDS = 5400

# What stands for a compiler in one build: the level comes last, so that it is
# in force; remarks go to a file, as configure scripts read the rest.
WRAPPER = """\
#!/bin/sh
err=$(mktemp) || exit
{command} "$@" {flags} 2>"$err"
status=$?
grep 'offstack-' "$err" >>{log}
grep -v 'offstack-' "$err" >&2
rm -f "$err"
exit $status
"""
QUIET = ["-fno-caret-diagnostics", "-Wno-unused-command-line-argument",
         "-Wno-frame-larger-than"]
COMPILERS = {"CC": "clang-22", "CXX": "clang++-22", "FC": "flang-22"}


@dataclasses.dataclass(frozen=True)
class Project:
    """How one is built and tested: shell commands, run in its own directory,
    with CC, CXX and FC in the environment."""
    name: str
    # The Debian source package, as utils/fetch-source names it.
    package: str
    build: str
    test: str
    # What its tests print that does not count, or differs from run to run.
    varying: str = ""
    # KiB of stack with which the plain build overflows in `stack_test`.
    stack: int = 0
    stack_test: str = ""


SQLITE_TESTS = "select where join func expr trigger view window json with " \
    "like insert update date printf collate altertab vacuum upsert"

# The tests of some of its libraries run along with ripgrep's own.
RUST_MEMBERS = "aho-corasick grep-cli grep-matcher grep-printer grep-regex " \
    "grep-searcher ignore regex-syntax strsim termcolor thread_local"
RUST_BUILD = f"""
registry=/usr/share/cargo/registry
sed -i '/^simd-accel/d' Cargo.toml
rm -f Cargo.lock
mkdir -p .cargo members
printf '[source.crates-io]\\nreplace-with = "debian"\\n' >.cargo/config.toml
printf '[source.debian]\\ndirectory = "%s"\\n' $registry >>.cargo/config.toml
printf '[workspace]\\nmembers = ["members/*"]\\n' >>Cargo.toml
printf '[patch.crates-io]\\n' >>Cargo.toml
for name in {RUST_MEMBERS}; do
  cp -r $registry/$name-[0-9]* members/$name || exit
  printf '%s = {{ path = "members/%s" }}\\n' $name $name >>Cargo.toml
done
$CARGO test $CARGO_TESTS --no-run
"""

PROJECTS = [
    Project(
        "zstd", "libzstd",
        build="make -j2 -C tests datagen fuzzer zstreamtest legacy "
              "invalidDictionaries poolTests && make -j2 -C programs zstd",
        test="cd tests && ./legacy && ./invalidDictionaries && ./poolTests && "
             "./fuzzer -s1 -i1 && ./zstreamtest -s1 -i1 && "
             "ZSTD_BIN=../programs/zstd DATAGEN_BIN=./datagen ./playTests.sh",
        varying=r"^.*( MB/s|-rw-r|\r|seconds).*\n",
        stack=32, stack_test="cd tests && ./legacy"),
    Project(
        "lz4", "lz4",
        build="make -j2 -C tests frametest fuzzer roundTripTest",
        test="cd tests && ./frametest -s1 -i200 && ./fuzzer -s1 -i200 && "
             "./roundTripTest ../lib/lz4.c",
        # Counters, as often as time allows.
        varying=r"[\d \r]+",
        stack=40,
        stack_test="cd tests && ./frametest -s1 -i20 && ./fuzzer -s1 -i20"),
    Project(
        "sqlite", "sqlite3",
        build="mkdir out && cd out && ../configure --disable-shared && "
              "make -j2 testfixture",
        test=f"cd out && for name in {SQLITE_TESTS}; do "
             "for file in ../test/$name[0-9A-Z]*.test; do case $file in "
             "*fault*|*malloc*) ;; *) ./testfixture $file || exit;; "
             "esac; done; done",
        varying=r"^(?!.*(\.\.\. Ok|errors out of)).*\n"),
    Project(
        "mafft", "mafft",
        build="make -j2 -C core CC=\"$CC\" PREFIX=\"$PWD/out\" all install",
        # Without those of RNA, which need other programs.
        test="cd test && PATH=\"$PWD/../out/bin:$PATH\" "
             "bash -ex -c \"$(sed '/samplerna/d' script)\""),
    Project(
        "jansson", "jansson",
        build="cmake -S . -B out -DJANSSON_BUILD_DOCS=OFF && "
              "cmake --build out -j2",
        test="ctest --test-dir out",
        varying=r"^.*(sec|directory).*\n"),
    Project(
        "pugixml", "pugixml",
        build="make -j2 CXX=\"$CXX\" config=release BUILD=out cxxstd=c++17",
        test="./out/test"),
    Project(
        "ripgrep", "rust-ripgrep", build=RUST_BUILD,
        # In the order of their names: each runs its tests in threads. The one
        # that is skipped fails plainly below a repository of git.
        test="set -o pipefail; $CARGO test $CARGO_TESTS -- "
             "--skip f1414_no_require_git | sort",
        varying=r"^(?!test .*\.\.\.).*\n"),
    Project(
        "blas", "lapack",
        build="sed -e \"s,gfortran,$FC,; s,-frecursive,,\" "
              "make.inc.example >make.inc && "
              "make -j2 -C BLAS/SRC && make -j2 -C BLAS/TESTING",
        test="make -C BLAS/TESTING run && cat BLAS/TESTING/*.out",
        varying=r"^make.*\n"),
]


class ProjectRunner:
    """Builds, tests and compares one project, in the directory `work`."""

    def __init__(self, context, processes, case, work):
        self.plugins = context.copies
        self.limit = context.limit or "1K"
        self.sources = context.sources
        self.processes = processes
        self.project = case.project
        self.level = case.level
        self.work = os.path.abspath(work)

    def judge(self):
        for kind in ("plain", "boxed"):
            self.prepare(kind)
        for step in ("build", "test"):
            if self.run("plain", step) != 0:
                # Each of them is known to pass: something is missing here.
                return Verdict(FAILED, "does not build plainly"
                               if step == "build" else "fails plainly")
        status = self.run("boxed", "build")
        # Those of rustc are among what cargo prints.
        verdict = count_remarks(self.read_file("boxed.remarks") +
                                self.read_file("boxed.build.err"))
        verdict.kind, verdict.reason = self.compare() if status == 0 \
            else (FAILED, "does not build boxed")
        return verdict

    def compare(self):
        if self.run("boxed", "test") != 0:
            return FAILED, "its tests fail boxed"
        plain, boxed = self.read("plain"), self.read("boxed")
        if not plain:
            return FAILED, "its tests say nothing"
        if plain != boxed:
            return FAILED, "its tests say something else boxed"
        if self.project.stack:
            if self.run("plain", "small") == 0:
                return FAILED, f"{self.project.stack} KiB are enough plainly"
            if self.run("boxed", "small") != 0:
                return FAILED, f"overflows {self.project.stack} KiB boxed"
        return PASSED, ""

    def read_file(self, name):
        # A carriage return stays what it is.
        with open(os.path.join(self.work, name), encoding="latin-1",
                  newline="") as file:
            return file.read()

    def read(self, kind):
        """Returns what tests have printed, without what varies."""
        text = self.read_file(f"{kind}.test.out")
        if self.project.varying:
            text = re.sub(self.project.varying, "", text, flags=re.M)
        return text.replace(os.path.join(self.work, kind), "")

    def prepare(self, kind):
        """Copies the source and writes what stands for the compilers."""
        source = os.path.join(self.sources, self.project.package)
        shutil.copytree(os.path.realpath(source), os.path.join(self.work, kind),
                        symlinks=True)
        log = os.path.join(self.work, kind + ".remarks")
        with open(log, "w", encoding="utf-8"):
            pass
        for name, compiler in COMPILERS.items():
            path = os.path.join(self.work, f"{kind}-{name}")
            quiet = [] if name == "FC" else QUIET
            with open(path, "w", encoding="utf-8") as file:
                file.write(WRAPPER.format(
                    command=compiler, log=shlex.quote(log), flags=shlex.join(
                        [self.level, *quiet, *self.box_flags(name, kind)])))
            os.chmod(path, 0o755)

    def box_flags(self, name, kind):
        if kind == "plain":
            return []
        plugin = [f"-fpass-plugin={self.plugins['pass']}"] if name == "FC" \
            else [f"-fplugin={self.plugins['clang']}",
                  "-fplugin-arg-offstack-box"]
        return [*plugin, "-Rpass=offstack", "-Rpass-missed=offstack"]

    def environment(self, kind):
        """Returns what differs from the environment of this process."""
        tests = "--workspace --lib --bins --tests"
        result = {"RUSTC_BOOTSTRAP": "1", "CARGO_NET_OFFLINE": "true",
                  "CARGO_HOME": os.path.join(self.work, "cargo"),
                  "CARGO_TESTS": tests if self.level == "-O0"
                                 else tests + " --release"}
        # Not one that the user has installed beside the system's.
        for name in ("cargo", "rustc", "rustdoc"):
            result[name.upper()] = "/usr/bin/" + name
        for name in COMPILERS:
            result[name] = os.path.join(self.work, f"{kind}-{name}")
        if kind == "boxed":
            result["OFFSTACK_OPTIONS"] = f"local={self.limit}"
            result["RUSTFLAGS"] = \
                f"-Zllvm-plugins={self.plugins['pass']} -Cremark=offstack-box"
        return result

    def command(self, kind, step):
        project = self.project
        script = {"build": project.build, "test": project.test,
                  "small": f"ulimit -S -s {project.stack}; "
                           f"{project.stack_test}"}[step]
        variables = [f"{k}={v}" for k, v in self.environment(kind).items()]
        where = shlex.quote(os.path.join(self.work, kind))
        return ["env", *variables, "bash", "-c",
                f"cd {where} || exit\n{script}"]

    def list_commands(self):
        """Returns what shows a failure again, with the build that is there."""
        steps = ["test", "small"] if self.project.stack else ["test"]
        return [shlex.join(self.command(kind, step))
                for kind in ("plain", "boxed") for step in steps]

    def run(self, kind, step):
        """Runs one step; its output is in <kind>.<step>.out and .err."""
        return self.processes.run(self.command(kind, step), self.work, SECONDS,
                                  f"{kind}.{step}.out", f"{kind}.{step}.err")
