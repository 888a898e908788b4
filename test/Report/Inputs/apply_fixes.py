"""usage: apply_fixes.py REPORT FILE

Prints FILE with the fixes that REPORT, in Offstack's own format, has for it.
"""

import json
import sys

report, name = sys.argv[1:]
with open(report, encoding="utf-8") as file:
    findings = json.load(file)["findings"]
with open(name, encoding="utf-8") as file:
    lines = file.read().split("\n")

edits = [edit for finding in findings
         for holder in [finding, *finding.get("notes", [])]
         for edit in holder.get("fix", []) if edit["file"] == name]
# From the end, so that what is in front stays where it is.
edits.sort(key=lambda edit: (edit["startLine"], edit["startColumn"]),
           reverse=True)
for edit in edits:
    first, last = edit["startLine"] - 1, edit["endLine"] - 1
    before = lines[first][:edit["startColumn"] - 1]
    after = lines[last][edit["endColumn"] - 1:]
    lines[first:last + 1] = [before + edit["text"] + after]
print("\n".join(lines), end="")
