"""Runs the steps of a page and says what is not as it is printed."""

import json
import re
import shlex
import shutil
import subprocess

from .page import File, Setup

# Seconds that one block may take. What takes longer is marked 'not run'.
TIME_LIMIT = 300

ADVICE = """\
  What to do: correct the block, in which '...' stands for any lines, or in a line
  for any text; or give it what it needs, by a comment in front of it:
    <!-- file: NAME -->        the next block is that file
    <!-- setup: COMMAND -->    a command that readers do not see
    <!-- in the source tree -->
    <!-- not run: REASON -->   for what takes long, or changes the machine
  docs/testing.md tells more. Try it with: utils/run-doc-commands -v {page}"""

# What a shell says of a process that a signal has ended; what clang counts.
SIGNAL = re.compile(r"^.*: line \d+: +\d+ (Segmentation fault|Aborted)\b.*$")
COUNT = re.compile(r"^\d+ (warning|error)s?( and \d+ errors?)? generated\.$")
SNIPPET = re.compile(r"^ *\d* \| ")
# Output that only a command which fails has.
FAILURE = re.compile(r"\b([eE]rror|ERROR):|^Segmentation fault$|^Aborted$")


def normalize(lines):
    return [SIGNAL.sub(r"\1", line.rstrip()) for line in lines]


def leave_out(expected, actual):
    """Returns the actual lines without those of a kind that the page shows none
    of: how many warnings there are, and the source that a message quotes."""
    for kind in (COUNT, SNIPPET):
        if not any(kind.match(line) for line in expected):
            actual = [line for line in actual if not kind.match(line)]
    return actual


def matches(expected, actual):
    """Whether the lines are those that are printed, with '...' for some."""
    pattern = ""
    for line in normalize(expected):
        if line.strip() == "...":
            pattern += r"(?:.*\n)*?"
        else:
            parts = [re.escape(part) for part in line.split("...")]
            pattern += ".*?".join(parts) + r"\n"
    text = "".join(line + "\n" for line in leave_out(expected, normalize(actual)))
    return re.fullmatch(pattern, text) is not None


# Lines of output that a failure shows.
SHOWN = 40


def indent(lines):
    if len(lines) > SHOWN:
        lines = lines[:SHOWN] + [f"... and {len(lines) - SHOWN} lines"]
    return "\n".join("    " + line for line in lines) or "    (nothing)"


class Runner:
    """Runs a page in an environment in which it finds the tools."""

    def __init__(self, root, environment, verbose):
        self.root = root
        self.environment = environment
        self.verbose = verbose

    def run_page(self, page, directory):
        """Returns how many commands there are, and what went wrong."""
        self.page = page
        self.directory = directory
        self.home = directory.with_name(directory.name + ".home")
        self.home.mkdir()
        self.failures = []
        count = 0
        for step in page.steps:
            if isinstance(step, File):
                path = directory / step.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(step.text)
            elif isinstance(step, Setup):
                self.run_setup(step)
            else:
                count += len(step.commands)
                self.run_block(step)
        return count, self.failures

    def name_page(self, path):
        """Returns how messages call a page."""
        return path.relative_to(self.root) if path.is_relative_to(self.root) \
            else path

    def fail(self, line, text):
        page = self.name_page(self.page.path)
        self.failures.append(f"{page}:{line}: {text}\n"
                             + ADVICE.format(page=page))

    def shell(self, script, directory):
        """Returns the status and the lines of a script, or None and a line if it
        takes too long."""
        environment = dict(self.environment, ROOT=str(self.root),
                           HOME=str(self.home))
        try:
            done = subprocess.run(
                ["bash", "-c", script], cwd=directory, env=environment,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, timeout=TIME_LIMIT, text=True,
                errors="replace")
        except subprocess.TimeoutExpired:
            return None, [f"(nothing after {TIME_LIMIT} s)"]
        return done.returncode, done.stdout.splitlines()

    def run_setup(self, step):
        status, lines = self.shell("set -e; " + step.command, self.directory)
        if status != 0:
            self.fail(step.line, f"the setup '{step.command}' fails:\n"
                      + indent(lines))

    def run_block(self, block):
        if block.not_run:
            self.look_up(block)
            return
        directory = self.root if block.in_source_tree else self.directory
        # One shell, so that `cd` and variables last; what each command prints
        # goes to a file of its own.
        log = self.directory / ".log"
        script = f"log={shlex.quote(str(log))}\n"
        for index, command in enumerate(block.commands):
            script += (f"{{ {command.text}\n}} > $log.{index} 2>&1\n"
                       f"echo $? > $log.{index}.status\n")
        _, lines = self.shell("ulimit -c 0\n" + script, directory)
        for index, command in enumerate(block.commands):
            self.check_command(command, log.with_name(f".log.{index}"), lines)

    def check_command(self, command, log, shell_lines):
        if self.verbose:
            print(f"{self.page.path}:{command.line}: $ {command.text}")
        try:
            status = int(log.with_name(log.name + ".status").read_text())
        except FileNotFoundError:
            self.fail(command.line, f"'{command.text}' does not end:\n"
                      + indent(shell_lines))
            return
        actual = log.read_text(errors="replace").splitlines()
        log.with_name(log.name + ".status").unlink()
        should_fail = any(FAILURE.search(line) for line in command.output)
        if (status != 0) != should_fail:
            what = f"fails with status {status}" if status else \
                "succeeds, and the page shows an error"
            self.fail(command.line, f"'{command.text}' {what}:\n"
                      + indent(actual))
        elif command.output and not matches(command.output, actual):
            self.fail(command.line,
                      f"'{command.text}' prints something else. The page has\n"
                      f"{indent(command.output)}\n  and it prints\n"
                      f"{indent(actual)}")

    def look_up(self, block):
        """Checks of commands that are not run what can be checked: that the
        program exists and has the options, or what runs in their place."""
        if block.instead:
            directory = self.root if block.in_source_tree else self.directory
            status, lines = self.shell(block.instead, directory)
            if status != 0:
                self.fail(block.line, f"'{block.instead}', which runs in the "
                          "place of the commands, fails:\n" + indent(lines))
            return
        for command in block.commands:
            self.look_up_command(command)

    def look_up_command(self, command):
        words = shlex.split(command.text, comments=True)
        program = next(word for word in words if not re.match(r"^\w+=", word))
        path = self.root / program if "/" in program else shutil.which(
            program, path=self.environment["PATH"])
        if not path or not shutil.which(str(path)):
            self.fail(command.line, f"there is no program '{program}'")
            return
        options = [word.split("=")[0] for word in words if
                   word.startswith("--")]
        if options:
            self.look_up_options(command, path, options)

    def look_up_options(self, command, path, options):
        _, lines = self.shell(f"{shlex.quote(str(path))} --help", self.root)
        presets = json.loads((self.root / "CMakePresets.json").read_text())
        names = {preset["name"] for key, value in presets.items()
                 if key.endswith("Presets") for preset in value}
        for option in options:
            if not re.search(re.escape(option) + r"\b", "\n".join(lines)):
                self.fail(command.line, f"'{path} --help' does not tell of the "
                          f"option '{option}'")
        words = shlex.split(command.text, comments=True)
        if "--preset" in words:
            name = words[words.index("--preset") + 1]
            if name not in names:
                self.fail(command.line, f"there is no preset '{name}'")
