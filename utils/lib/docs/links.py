"""Looks up what a page links to: files of the source tree, and headings."""

import re

LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)
# What is no text: blocks and code, in which brackets mean something else.
CODE = re.compile(r"^( *)```.*?^\1```$|`[^`\n]*`", re.DOTALL | re.MULTILINE)


def anchors(path):
    """Returns how the headings of a page are linked to."""
    found = set()
    for heading in HEADING.findall(path.read_text()):
        heading = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()
        found.add(re.sub(r"[^\w\- ]", "", heading).replace(" ", "-"))
    return found


def find_broken_links(path, name):
    """Returns a line for each link of the page that leads nowhere."""
    broken = []
    for target in LINK.findall(CODE.sub("", path.read_text())):
        if re.match(r"\w+:", target):
            continue
        file, _, anchor = target.partition("#")
        page = path.parent / file if file else path
        if not page.exists():
            broken.append(f"{name}: the link to '{target}' leads to no file")
        elif anchor and anchor not in anchors(page):
            broken.append(f"{name}: the link to '{target}' leads to no heading")
    return broken
