"""What becomes of a case, and the remarks that are counted."""

import dataclasses
import re

REMARK = re.compile(r"is (boxed|kept on the stack\b.*\((offstack-[-\w]+)\))")

PASSED, FAILED, SKIPPED = "passed", "failed", "skipped"


@dataclasses.dataclass
class Verdict:
    kind: str
    reason: str = ""
    boxed: int = 0
    kept: tuple = ()


def count_remarks(text):
    """Returns a verdict, passed so far, with the objects that text tells of."""
    found = [(m.group(1), m.group(2)) for m in REMARK.finditer(text)]
    kept = tuple(hazard for what, hazard in found if what != "boxed")
    return Verdict(PASSED, "", len(found) - len(kept), kept)
