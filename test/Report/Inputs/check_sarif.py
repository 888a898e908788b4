"""usage: check_sarif.py FILE...

Checks that each FILE follows the SARIF 2.1.0 standard of OASIS, for the parts
of it that Offstack writes. It is strict: a property that is not in the tables
below is an error. Numbers are those of the standard's sections.
"""

import json
import re
import sys

# What a property has to be: a type, a name of OBJECTS, a list of either, or a
# set of words. "?" marks what may be left out.
OBJECTS = {
    # 3.13 to 3.19: the log, its runs, and the tool.
    "log": {"version": {"2.1.0"}, "runs": ["run"]},
    "run": {
        "tool": "tool", "originalUriBaseIds?": {"PWD": "base"},
        "columnKind?": {"utf16CodeUnits", "unicodeCodePoints"},
        "results?": ["result"], "properties?": dict},
    "tool": {"driver": "component"},
    "component": {"name": str, "semanticVersion?": str, "rules?": ["rule"]},
    "base": {"uri": str},
    # 3.49 and 3.50: rules.
    "rule": {
        "id": str, "shortDescription?": "message",
        "fullDescription?": "message", "help?": "message",
        "defaultConfiguration?": "configuration"},
    "configuration": {"level?": {"none", "note", "warning", "error"}},
    # 3.11 and 3.12.
    "message": {"text": str},
    # 3.27.
    "result": {
        "ruleId": str, "ruleIndex?": int,
        "kind?": {"informational", "fail"},
        "level?": {"none", "note", "warning", "error"},
        "message": "message", "locations?": ["location"],
        "relatedLocations?": ["location"], "codeFlows?": ["flow"],
        "fixes?": ["fix"], "partialFingerprints?": dict,
        "baselineState?": {"new", "unchanged", "updated", "absent"},
        "properties?": dict},
    # 3.28 to 3.30, 3.33 and 3.4: places.
    "location": {
        "id?": int, "physicalLocation?": "physical",
        "logicalLocations?": ["logical"], "message?": "message"},
    "physical": {"artifactLocation": "artifact", "region?": "region"},
    "artifact": {"uri": str, "uriBaseId?": str},
    "region": {"startLine": int, "startColumn?": int, "endLine?": int,
               "endColumn?": int},
    "logical": {"fullyQualifiedName": str, "decoratedName?": str,
                "kind?": {"function"}},
    # 3.36 to 3.38: flows.
    "flow": {"threadFlows": ["thread"]},
    "thread": {"locations": ["step"]},
    "step": {"location": "location"},
    # 3.55 to 3.57: fixes.
    "fix": {"description?": "message", "artifactChanges": ["change"],
            "properties?": dict},
    "change": {"artifactLocation": "artifact", "replacements": ["replacement"]},
    "replacement": {"deletedRegion": "region", "insertedContent?": "content"},
    "content": {"text": str},
}

errors = []


def complain(path, text):
    errors.append(f"{path}: {text}")


def check(value, expected, path):
    if isinstance(expected, list):
        if not isinstance(value, list):
            return complain(path, "is no array")
        for index, element in enumerate(value):
            check(element, expected[0], f"{path}[{index}]")
    elif isinstance(expected, dict):
        check_object(value, expected, path)
    elif isinstance(expected, set):
        if value not in expected:
            complain(path, f"{value!r} is none of {sorted(expected)}")
    elif isinstance(expected, type):
        if not isinstance(value, expected) or isinstance(value, bool):
            complain(path, f"is no {expected.__name__}")
    else:
        check_object(value, OBJECTS[expected], path)
        EXTRA.get(expected, lambda value, path: None)(value, path)


def check_object(value, properties, path):
    if not isinstance(value, dict):
        return complain(path, "is no object")
    known = {name.rstrip("?"): kind for name, kind in properties.items()}
    for name in value:
        if name not in known:
            complain(path, f"the standard has no property {name!r}")
        else:
            check(value[name], known[name], f"{path}.{name}")
    for name in properties:
        if not name.endswith("?") and name not in value:
            complain(path, f"lacks {name!r}")


def check_region(region, path):
    """3.30.5 to 3.30.8: from 1, and the end not before the start."""
    for name, number in region.items():
        if number < 1:
            complain(path, f"{name} is below 1")
    start = region["startLine"], region.get("startColumn", 1)
    end = region.get("endLine", start[0]), region.get("endColumn", 10**9)
    if end < start:
        complain(path, "ends before it starts")


def check_uri(artifact, path):
    """3.10 and RFC 3986: characters, and a base for what is relative only."""
    uri = artifact["uri"]
    if not re.fullmatch(r"([A-Za-z0-9._~/:-]|%[0-9A-F]{2})+", uri):
        complain(path, f"{uri!r} is no URI")
    is_absolute = uri.startswith("file:///")
    if is_absolute and "uriBaseId" in artifact:
        complain(path, "an absolute URI has a base")
    if not is_absolute and ":" in uri.split("/")[0]:
        complain(path, f"{uri!r} begins with a scheme")


def check_result(result, path):
    """3.27.9, 3.27.10: only what fails has a level."""
    is_failure = result.get("kind", "fail") == "fail"
    if is_failure == (result.get("level", "warning") == "none"):
        complain(path, "kind and level do not go together")
    for key, print_ in result.get("partialFingerprints", {}).items():
        # 3.5.4.2: a hierarchical name that ends in a version.
        if not re.fullmatch(r"\w+/v\d+", key) or not isinstance(print_, str):
            complain(path, f"bad fingerprint {key!r}")
    ids = [place.get("id") for place in result.get("relatedLocations", [])]
    if len(set(ids)) != len(ids):
        complain(path, "two related locations have one id (3.28.2)")


def check_run(run, path):
    rules = [rule["id"] for rule in run["tool"]["driver"].get("rules", [])]
    if len(set(rules)) != len(rules):
        complain(path, "two rules have one id")
    results = run.get("results", [])
    for index, result in enumerate(results):
        # 3.27.5, 3.27.6: the rule that the index names has the id.
        number = result.get("ruleIndex", -1)
        if not 0 <= number < len(rules) or rules[number] != result["ruleId"]:
            complain(f"{path}.results[{index}]", "ruleIndex is wrong")
    if len({"baselineState" in result for result in results}) > 1:
        complain(path, "some results have a baselineState (3.27.24)")
    bases = run.get("originalUriBaseIds", {})
    # 3.14.14: a folder.
    if not all(base["uri"].endswith("/") for base in bases.values()):
        complain(path, "a base does not end in a slash")
    used = set(re.findall(r'"uriBaseId": "(\w+)"', json.dumps(run)))
    if not used <= set(bases):
        complain(path, f"unknown bases {used - set(bases)}")


EXTRA = {"region": check_region, "artifact": check_uri,
         "result": check_result, "run": check_run}

for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        check(json.load(file), "log", "log")
for error in errors:
    print(error, file=sys.stderr)
sys.exit(1 if errors or len(sys.argv) < 2 else 0)
