"""Reads the blocks and the markers of a page of the docs.

A marker is a comment of its own in front of a block, which readers do not see:

  <!-- file: NAME -->             the next block is that file
  <!-- file: NAME                 the file itself, of which the page shows nothing
  TEXT
  -->
  <!-- setup: COMMAND -->         a command that the page does not show
  <!-- in the source tree -->     the next block's commands run there
  <!-- not run: REASON -->        they do not run, only what they name is looked up
  <!-- not run: REASON; instead: COMMAND -->    and this is run in their place
"""

import dataclasses
import re

# How files of a language are called. A block of code is the file that the
# commands behind it name, if they name just one of these.
EXTENSIONS = {"c": [".c"], "cpp": [".cpp", ".cc"], "fortran": [".f90"],
              "rust": [".rs"], "llvm": [".ll"]}

FENCE = re.compile(r"^( *)```(\w*) *$")
MARKER = re.compile(r"^<!-- *(.*?) *-->$", re.DOTALL)
KNOWN = ("file: NAME", "setup: COMMAND", "in the source tree",
         "not run: REASON", "not run: REASON; instead: COMMAND")
# Comments that are not about commands: those of other tests, and prose.
OTHER = re.compile(r"^(table: .*|end of table)$")


class MarkerError(Exception):
    """A page that cannot be read. The text says where, and what is expected."""


@dataclasses.dataclass
class File:
    name: str
    text: str


@dataclasses.dataclass
class Setup:
    line: int
    command: str


@dataclasses.dataclass
class Command:
    line: int
    text: str
    output: list


@dataclasses.dataclass
class Block:
    line: int
    commands: list
    in_source_tree: bool = False
    not_run: str = ""
    instead: str = ""


@dataclasses.dataclass
class Page:
    path: object
    steps: list


def read_commands(where, number, lines):
    """Returns the commands of a console block that begins behind line number."""
    if not lines or not lines[0].startswith("$ "):
        raise MarkerError(
            f"{where}:{number}: a console block without a command: begin it "
            "with '$ ', or call it ```text")
    commands = []
    continued = False
    for offset, line in enumerate(lines, 1):
        if continued:
            commands[-1].text += "\n" + line
        elif line.startswith("$ "):
            commands.append(Command(number + offset, line[2:], []))
        else:
            commands[-1].output.append(line)
            continue
        continued = line.endswith("\\")
    return commands


class Reader:
    """Goes through a page once, with what the markers so far say of the next
    block."""

    def __init__(self, path):
        self.path = path
        self.page = Page(path, [])
        self.options = {}
        self.file_name = None
        self.code = None

    def add_marker(self, number, text):
        key, _, value = text.partition(":")
        value = value.strip()
        if text == "in the source tree":
            self.options["in_source_tree"] = True
        elif key == "file" and "\n" in value:
            name, content = value.split("\n", 1)
            self.page.steps.append(File(name.strip(), content + "\n"))
        elif key == "file" and value:
            self.file_name = value
        elif key == "setup" and value:
            self.page.steps.append(Setup(number, value))
        elif key == "not run" and value:
            reason, _, instead = value.partition("; instead:")
            self.options.update(not_run=reason, instead=instead.strip())
        elif not OTHER.match(text):
            raise MarkerError(
                f"{self.path}:{number}: unknown marker '{text}': expected one "
                "of: " + ", ".join(f"'<!-- {known} -->'" for known in KNOWN))

    def add_block(self, number, language, lines):
        text = "\n".join(lines) + "\n"
        if self.file_name:
            self.page.steps.append(File(self.file_name, text))
        elif language == "console":
            commands = read_commands(self.path, number, lines)
            if not self.options.get("not_run"):
                self.add_code(commands)
            self.page.steps.append(Block(number, commands, **self.options))
        elif language in EXTENSIONS:
            self.code = (language, text)
        self.file_name = None
        self.options = {}

    def add_code(self, commands):
        """Writes the last block of code to the file that the commands name."""
        if not self.code:
            return
        language, text = self.code
        words = {word for command in commands
                 for word in re.split(r"[\s'\"=]+", command.text)
                 if word.endswith(tuple(EXTENSIONS[language]))}
        if len(words) == 1 and "/" not in min(words):
            self.page.steps.append(File(words.pop(), text))
            self.code = None


def read_page(path):
    """Returns the steps of a page. Fails with a MarkerError."""
    lines = path.read_text().split("\n")
    reader = Reader(path)
    number = 0
    while number < len(lines):
        line = lines[number]
        fence = FENCE.match(line)
        begin = number
        if fence:
            indent, language = fence.groups()
            number += 1
            while number < len(lines) and lines[number] != indent + "```":
                number += 1
            reader.add_block(begin + 1, language, [
                text.removeprefix(indent) for text in lines[begin + 1:number]])
        elif line.lstrip().startswith("<!--"):
            indent = line[:line.index("<")]
            while number < len(lines) and not lines[number].endswith("-->"):
                number += 1
            marker = MARKER.match("\n".join(
                text.removeprefix(indent) for text in lines[begin:number + 1]))
            if marker:
                reader.add_marker(begin + 1, marker.group(1))
        number += 1
    return reader.page
