"""Reads the remarks of the pass that a compilation saved as YAML."""

import pathlib
import re
import sys


class Remark:
    """One remark: where it is from, what kind it is, and its arguments."""

    def __init__(self, unit, text):
        self.unit = unit
        self.kind = text.split("\n", 1)[0].lstrip("!")
        self.name = self._field(text, "Name")
        self.function = self._field(text, "Function")
        self.arguments = [(name, unquote(value)) for name, value in
                          re.findall(r"^  - (\w+): +(.*)$", text, re.M)]

    @staticmethod
    def _field(text, name):
        return unquote(re.search(rf"^{name}: +(.*)$", text, re.M).group(1))

    def numbers(self, name):
        """Returns the arguments called NAME as numbers."""
        return [int(value) for key, value in self.arguments if key == name]

    def message(self):
        return "".join(value for _, value in self.arguments)


def unquote(value):
    if value.startswith("'"):
        return value[1:-1].replace("''", "'")
    if value.startswith('"'):
        return value[1:-1].encode().decode("unicode_escape")
    return value


def read_remarks(directory):
    """Returns the remarks of all files in DIRECTORY, each with the name of its
    object file as unit."""
    remarks = []
    for path in sorted(pathlib.Path(directory).glob("*.opt.yaml")):
        unit = path.name.removesuffix(".opt.yaml") + ".o"
        documents = path.read_text().split("--- ")[1:]
        remarks += [Remark(unit, text) for text in documents]
    if not remarks:
        sys.exit(f"no remarks in {directory}")
    return remarks
