"""One program, compiled plainly and boxed: do the two behave alike?"""

import filecmp
import os
import shlex
import shutil

from stress.process import Stopped
from stress.projects import ProjectRunner
from stress.verdict import FAILED, PASSED, SKIPPED, Verdict, count_remarks

COMPILE_SECONDS = 120
# The plain program decides whether the case counts; the boxed one gets this
# many times as long, as malloc costs time and the machine may be busy.
BOXED_FACTOR = 4
# Valgrind and the sanitizers multiply both.
MODE_FACTOR = 6

MODES = {
    "asan": ["-fsanitize=address", "-fno-omit-frame-pointer"],
    "ubsan": ["-fsanitize=undefined", "-fno-sanitize-recover=all"],
    "tsan": ["-fsanitize=thread"],
    "msan": ["-fsanitize=memory"],
    "valgrind": [],
}
VALGRIND = ["valgrind", "-q", "--leak-check=full", "--error-exitcode=99"]


class Comparison:
    """Judges cases; knows the plugins, the limit and the mode."""

    def __init__(self, context, processes, directory, exceptions):
        self.context = context
        self.processes = processes
        self.directory = directory
        self.exceptions = exceptions
        self.limit = context.limit or "1"
        factor = MODE_FACTOR if context.mode else 1
        self.plain_seconds = context.seconds * factor
        self.boxed_seconds = self.plain_seconds * BOXED_FACTOR

    def judge(self, case):
        """Runs a case in its own directory. That of a failure is kept, with
        the commands that repeat it."""
        work = os.path.join(self.directory, case.directory())
        os.makedirs(work)
        kept = os.path.join(self.context.keep, case.directory())
        shutil.rmtree(kept, ignore_errors=True)
        try:
            verdict = self.apply_exceptions(case, self.run(case, work))
        except Stopped:
            self.write_commands(case, work, "interrupted")
            shutil.move(work, kept)
            raise
        if verdict.kind == FAILED:
            self.write_commands(case, work, verdict.reason)
            shutil.move(work, kept)
        else:
            shutil.rmtree(work)
        return verdict

    def apply_exceptions(self, case, verdict):
        """A program on the list must fail: so the list stays true."""
        why = self.exceptions.get((case.suite, case.name, case.level))
        if why and verdict.kind == FAILED:
            return Verdict(SKIPPED, f"listed: {why}")
        if why and verdict.kind == PASSED:
            return Verdict(FAILED, "passes, but is on the list of exceptions")
        return verdict

    def run(self, case, work):
        if case.project:
            return ProjectRunner(self.context, self.processes, case,
                                 work).judge()
        if case.generate and self.processes.run(
                case.generate, work, COMPILE_SECONDS, "generate.out",
                "generate.err") != 0:
            return Verdict(SKIPPED, f"{case.generate[0]} makes none")
        if not case.compiler:
            return self.run_module(case, work)
        return self.run_program(case, work)

    def run_module(self, case, work):
        status = self.processes.run(
            self.module_command(self.context.copies["pass"]), work,
            COMPILE_SECONDS, "opt.out", "opt.err")
        return self.read_compilation(work, "opt.err", status)

    def run_program(self, case, work):
        for command in case.prepare:
            if self.processes.run(command, work, COMPILE_SECONDS,
                                  "compile.out", "prepare.err") != 0:
                return Verdict(SKIPPED, "does not compile plainly")
        if self.compile(case, work, "plain", []) != 0:
            return Verdict(SKIPPED, "does not compile plainly")
        status = 0 if case.compile_only \
            else self.execute(work, "plain", "plain.out")
        if status is None:
            return Verdict(SKIPPED, "takes too long plainly")
        if status != 0:
            return Verdict(SKIPPED, "fails plainly")
        verdict = self.read_compilation(
            work, "boxed.err",
            self.compile(case, work, "boxed", self.box_flags(case)))
        if verdict.kind != FAILED and not case.compile_only:
            verdict.kind, verdict.reason = self.compare(work)
        return verdict

    def compare(self, work):
        status = self.execute(work, "boxed", "boxed.out")
        if status is None:
            return FAILED, "takes too long boxed"
        if status != 0:
            return FAILED, f"ends with {status} boxed"
        if not self.is_same(work, "boxed.out"):
            again = self.execute(work, "plain", "again.out")
            if again != 0 or not self.is_same(work, "again.out"):
                return SKIPPED, "changes from run to run plainly"
            return FAILED, "prints something else boxed"
        return PASSED, ""

    def is_same(self, work, name):
        return filecmp.cmp(os.path.join(work, "plain.out"),
                           os.path.join(work, name), shallow=False)

    def read_compilation(self, work, name, status):
        """Counts the remarks; an error in what the plain compiler accepts is
        a failure."""
        with open(os.path.join(work, name), encoding="latin-1") as file:
            text = file.read()
        verdict = count_remarks(text)
        if status != 0:
            verdict.kind = FAILED
            verdict.reason = "takes too long to box" if status is None \
                else "the verifier objects" if "offstack-verify" in text \
                else f"does not compile boxed (status {status})"
        return verdict

    def compile_command(self, case, output, flags):
        mode = MODES.get(self.context.mode, [])
        only = ["-c"] if case.compile_only else []
        return [*case.compiler, case.level, *mode, *flags, *only,
                *case.sources, *case.flags, "-o", output]

    def compile(self, case, work, output, flags):
        return self.processes.run(
            self.compile_command(case, output, flags), work, COMPILE_SECONDS,
            "compile.out", output + ".err")

    def execute(self, work, program, output):
        seconds = self.boxed_seconds if program == "boxed" \
            else self.plain_seconds
        return self.processes.run(self.execute_command(program), work,
                                  seconds, output, program + ".run.err")

    def execute_command(self, program):
        prefix = VALGRIND if self.context.mode == "valgrind" else []
        return [*prefix, "./" + program]

    def box_flags(self, case, plugin=None):
        remarks = ["-Rpass=offstack", "-Rpass-missed=offstack"]
        if case.compiler[0].startswith("flang"):
            plugin = plugin or self.context.copies["pass"]
            return [f"-fpass-plugin={plugin}", *remarks, "-mllvm",
                    f"-offstack-local={self.limit}", "-mllvm",
                    "-offstack-verify"]
        plugin = plugin or self.context.copies["clang"]
        argument = "-fplugin-arg-offstack-"
        return [f"-fplugin={plugin}", *remarks, argument + "box",
                f"{argument}local={self.limit}", argument + "verify"]

    def module_command(self, plugin):
        passes = f"offstack-box<local={self.limit}>,verify," \
                 "offstack-verify"
        return ["opt-22", f"-load-pass-plugin={plugin}", f"-passes={passes}",
                "-pass-remarks=offstack", "-pass-remarks-missed=offstack",
                "-disable-output", "module.ll"]

    def write_commands(self, case, work, reason):
        """Writes what a developer types to see the failure again, with the
        plugin as it is built by then."""
        lines = ["#!/usr/bin/env bash", f"# {case}: {reason}",
                 'cd "$(dirname "$0")" || exit', "set -x"]
        lines += [shlex.join(command) for command in case.prepare]
        if case.project:
            lines += ProjectRunner(self.context, self.processes, case,
                                   ".").list_commands()
        elif case.compiler:
            plugin = self.context.plugins[
                "pass" if case.compiler[0].startswith("flang") else "clang"]
            plain = shlex.join(self.compile_command(case, "plain", []))
            boxed = shlex.join(self.compile_command(
                case, "boxed", self.box_flags(case, plugin)))
            lines += [plain, boxed] if case.compile_only else [
                plain,
                shlex.join(self.execute_command("plain")) + " >plain.out",
                boxed,
                shlex.join(self.execute_command("boxed")) + " >boxed.out",
                "cmp plain.out boxed.out"]
        else:
            lines.append(shlex.join(
                self.module_command(self.context.plugins["pass"])))
        path = os.path.join(work, "repeat.sh")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        os.chmod(path, 0o755)
