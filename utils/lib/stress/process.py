"""Runs commands that may hang, fork, eat memory or print without end."""

import contextlib
import os
import resource
import signal
import subprocess
import threading

MEMORY_BYTES = 4 << 30
FILE_BYTES = 64 << 20

# How long a child that a signal of the user's has ended waits for the run to be
# stopped by it, too.
STOPPING_SECONDS = 2


class Stopped(Exception):
    """The user has interrupted the run."""


def limit_children(memory=True, files=True):
    """Limits this process, and so every process that it starts: no core
    dumps; no endless output unless tests want to write large files; no endless
    memory unless a sanitizer needs terabytes of address space for its shadow,
    or the children are compilers of their own choice."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if files:
        resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def kill_group(process):
    """Kills a child and what it has started: each leads its own group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


class Processes:
    """The commands that are running, of all threads."""

    def __init__(self):
        self.lock = threading.Lock()
        self.running = set()
        self.stopped = threading.Event()

    def run(self, command, directory, seconds, stdout, stderr):
        """Runs a command in a directory, its output going to two files there.

        Returns its exit status, negative for a signal, or None when it took
        longer than it may."""
        environment = dict(os.environ, TMPDIR=directory)
        # Options come from the command, never from who runs it.
        environment.pop("OFFSTACK_OPTIONS", None)
        with open(os.path.join(directory, stdout), "wb") as out, \
                open(os.path.join(directory, stderr), "wb") as err:
            with self.lock:
                if self.stopped.is_set():
                    raise Stopped
                process = subprocess.Popen(
                    command, cwd=directory, env=environment, stdout=out,
                    stderr=err, stdin=subprocess.DEVNULL,
                    start_new_session=True)
                self.running.add(process)
            try:
                status = process.wait(seconds)
            except subprocess.TimeoutExpired:
                status = None
            # Also what a program has left behind in the background.
            kill_group(process)
            process.wait()
            with self.lock:
                self.running.discard(process)
            # What the user sends to the group of this run hits a child that does
            # not lead its own yet.
            if status in (-signal.SIGINT, -signal.SIGTERM):
                self.stopped.wait(STOPPING_SECONDS)
            if self.stopped.is_set():
                raise Stopped
            return status

    def stop(self):
        """Kills all that runs and lets nothing start any more."""
        with self.lock:
            self.stopped.set()
            for process in self.running:
                kill_group(process)
