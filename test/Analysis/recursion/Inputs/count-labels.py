"""Counts the labelled programs of each class of recursion.

  count-labels.py FOLDER LEAST

A label is a line of FileCheck, as `// CHECK: cycle f g: bounded(3)`. It counts
once for its file and its functions. Prints a line for each class; fails if one
has fewer than LEAST.
"""

import pathlib
import re
import sys

CLASSES = ("bounded", "guarded", "infinite", "no-progress",
           "skipped-base-case", "tail", "unbounded", "unguarded-edge",
           "unknown")
LABEL = re.compile(r"CHECK[A-Z0-9-]*: +(?:cycle (?P<names>.+?): "
                   r"(?P<label>[a-z-]+)|infinite: '(?P<endless>\w+)')")


def count(folder):
    """Returns the set of labelled programs of each class."""
    programs = {name: set() for name in CLASSES}
    for path in sorted(folder.rglob("*.c*")):
        for match in LABEL.finditer(path.read_text()):
            label = match["label"] or "infinite"
            if label in programs:
                programs[label].add((path, match["names"] or match["endless"]))
    return programs


def main():
    folder, least = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    too_few = False
    for name, programs in count(folder).items():
        print(name, len(programs))
        if len(programs) < least:
            too_few = True
            print(f"error: fewer than {least} programs are labelled '{name}'",
                  file=sys.stderr)
    return too_few


if __name__ == "__main__":
    sys.exit(main())
