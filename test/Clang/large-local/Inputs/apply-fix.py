"""usage: apply-fix.py REPORT VARIABLE SOURCE

Prints SOURCE with the fix for one variable of a report applied, as an editor does
that is asked for this one alone.
"""

import json
import pathlib
import sys

report, variable, source = sys.argv[1:]
lines = pathlib.Path(source).read_text().splitlines(keepends=True)
findings = json.loads(pathlib.Path(report).read_text())["findings"]
finding, = [f for f in findings if f["variable"] == variable]
for edit in sorted(finding["fix"], reverse=True,
                   key=lambda e: (e["startLine"], e["startColumn"])):
    first, last = edit["startLine"] - 1, edit["endLine"] - 1
    text = lines[first][:edit["startColumn"] - 1] + edit["text"] + \
        lines[last][edit["endColumn"] - 1:]
    lines[first:last + 1] = text.splitlines(keepends=True)
print("".join(lines), end="")
