"""Says how far a run is, what failed, and what it came to."""

import collections
import os
import sys
import time

from stress.verdict import FAILED, PASSED, SKIPPED

# Between two lines of progress where nobody watches a terminal.
QUIET_SECONDS = 60


class Report:
    def __init__(self, keep, total):
        self.keep = keep
        self.total = total
        self.kinds = collections.Counter()
        self.skips = collections.Counter()
        self.kept = collections.Counter()
        self.boxed = 0
        self.files = {}
        self.terminal = sys.stderr.isatty()
        self.shown = time.monotonic()

    def add(self, case, verdict):
        self.kinds[verdict.kind] += 1
        self.boxed += verdict.boxed
        self.kept.update(verdict.kept)
        if verdict.kind == SKIPPED:
            self.skips[verdict.reason] += 1
        self.write_result(case, verdict)
        if verdict.kind == FAILED:
            self.clear()
            print(f"failed: {case}: {verdict.reason}", flush=True)
            self.print_repeat(case)
        self.show()

    def print_repeat(self, case):
        kept = os.path.join(self.keep, case.directory())
        if os.path.isdir(kept):
            print(f"  repeat: {os.path.relpath(kept)}/repeat.sh", flush=True)

    def write_result(self, case, verdict):
        """One line a case in results.txt of its suite, as it comes."""
        if case.suite not in self.files:
            folder = os.path.join(self.keep, case.suite)
            os.makedirs(folder, exist_ok=True)
            self.files[case.suite] = open(
                os.path.join(folder, "results.txt"), "w", encoding="utf-8",
                buffering=1)
        text = f"{verdict.kind} {case} {verdict.reason}"
        self.files[case.suite].write(text.rstrip() + "\n")

    def clear(self):
        if self.terminal:
            sys.stderr.write("\r\033[K")

    def show(self):
        now = time.monotonic()
        if now - self.shown < (0.2 if self.terminal else QUIET_SECONDS):
            return
        self.shown = now
        self.clear()
        sys.stderr.write(
            f"{sum(self.kinds.values())}/{self.total}, "
            f"{self.kinds[PASSED]} ok, {self.kinds[FAILED]} failed"
            + ("" if self.terminal else "\n"))
        sys.stderr.flush()

    def finish(self):
        self.clear()
        for reason, count in self.skips.most_common():
            print(f"skipped: {count} {reason}")
        for hazard, count in self.kept.most_common():
            print(f"kept on the stack: {count} ({hazard})")
        print(f"{self.boxed} objects boxed, {sum(self.kept.values())} kept")
        print(f"{self.kinds[PASSED]} passed, {self.kinds[FAILED]} failed, "
              f"{self.kinds[SKIPPED]} skipped", flush=True)
