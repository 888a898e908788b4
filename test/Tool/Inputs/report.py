"""Prints a report with all that the page can show, and names that would break a
page that takes them for a part of itself."""

import json


def place(line, file="src/a.c", column=3):
    return {"file": file, "line": line, "column": column}


def cycle(names):
    pairs = zip(names, names[1:] + names[:1])
    return [{"caller": a, "callee": b, "location": place(10 + i)}
            for i, (a, b) in enumerate(pairs)]


def finding(rule, message, line, **more):
    return {"rule": rule, "level": "warning",
            "message": f"{message} (offstack-{rule})", "location": place(line),
            "fingerprint": f"{line:016x}", "units": [0], **more}


EVIL = "<script>console.log(1)</script>&\"'<b>"
FINDINGS = [
    finding("large-frame", "the frame of 'render' is large", 7,
            function="render", bytes=700000, limitBytes=524288,
            parts=[{"kind": "variable", "name": "pixels", "bytes": 500000,
                    "location": place(8)},
                   {"kind": "variable", "name": "row", "bytes": 150000,
                    "location": place(9), "inlinedFrom": "blur"},
                   {"kind": "spills", "bytes": 40000},
                   {"kind": "padding", "bytes": 10000}]),
    finding("large-local", f"local variable '{EVIL}'", 20, function=EVIL,
            bytes=300000, limitBytes=131072, variable=EVIL,
            notes=[{"message": f"note {EVIL}", "location": place(21)}]),
    finding("large-local", "local variable 'b'", 100, function="zeta",
            bytes=200000, limitBytes=131072, variable="b", baseline="grown",
            baselineBytes=150000),
    finding("infinite", "every path through 'f' calls it again", 30,
            function="f", bytes=48, cycle=cycle(["f"])),
    finding("unbounded", "nothing limits the depth of 'value'", 40,
            function="value", bytes=160,
            cycle=cycle(["value", "list", "item<int>"])),
    finding("unbounded", "nothing limits the depth of 'long'", 50,
            function="step_0", bytes=90,
            cycle=cycle([f"step_{i}" for i in range(30)])),
    finding("box-impossible", "'p' cannot be boxed", 60, function="alpha"),
]

print(json.dumps({
    "schema": "offstack-report", "version": 1,
    "tool": {"name": "offstack", "version": "0"},
    "units": [{"source": "src/a.c", "output": "", "directory": "/nowhere",
               "plugin": "OffstackClang"}],
    "findings": FINDINGS}))
