"""Drives a headless Chromium over the pipe of its DevTools protocol.

https://chromedevtools.github.io/devtools-protocol/: commands and answers are
JSON, each ended by a NUL, on the file descriptors 3 and 4 of the browser.
"""

import base64
import json
import os
import pathlib
import select
import subprocess
import tempfile
import time


class Page:
    """One page. Everything that it writes to the console is in `console`."""

    def __init__(self, program="chromium", seconds=60):
        self.profile = tempfile.TemporaryDirectory(
            ignore_cleanup_errors=True)
        self.seconds = seconds
        self.console = []
        self.events = []
        self.rest = b""
        self.number = 0
        self.session = None
        read_end, self.write = os.pipe()
        self.read, write_end = os.pipe()

        def use_descriptors():
            # Above 4 first: one of the two may be 3 or 4 itself.
            commands, answers = os.dup(read_end), os.dup(write_end)
            while commands in (3, 4):
                commands = os.dup(commands)
            while answers in (3, 4):
                answers = os.dup(answers)
            os.dup2(commands, 3)
            os.dup2(answers, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu",
             "--disable-dev-shm-usage", "--disable-extensions",
             "--no-first-run", "--disable-background-networking",
             "--remote-debugging-pipe",
             f"--user-data-dir={self.profile.name}", "about:blank"],
            close_fds=False, preexec_fn=use_descriptors,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(read_end)
        os.close(write_end)
        self.attach()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.write)
        os.close(self.read)
        self.profile.cleanup()

    def attach(self):
        """Finds the page that the browser starts with."""
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(t for t in targets if t["type"] == "page")
        self.session = self.call("Target.attachToTarget",
                                 targetId=page["targetId"],
                                 flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def receive(self, deadline):
        """Returns the next message."""
        while b"\0" not in self.rest:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.read], [], [], left)[0]:
                raise TimeoutError("the browser does not answer")
            part = os.read(self.read, 65536)
            if not part:
                raise EOFError("the browser has ended")
            self.rest += part
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def note(self, event):
        """Keeps what the page says of errors."""
        self.events.append(event)
        details = event.get("params", {})
        if event["method"] == "Runtime.exceptionThrown":
            thrown = details["exceptionDetails"]
            self.console.append(
                thrown.get("exception", {}).get("description", thrown["text"]))
        elif event["method"] == "Runtime.consoleAPICalled":
            self.console.append(" ".join(
                str(a.get("value", a.get("description")))
                for a in details["args"]))
        elif event["method"] == "Log.entryAdded":
            self.console.append(details["entry"]["text"])

    def call(self, method, **params):
        """Sends a command and returns its result."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + self.seconds
        while True:
            answer = self.receive(deadline)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            if "method" in answer:
                self.note(answer)

    def open(self, path):
        """Opens a file and waits until it has loaded."""
        self.events.clear()
        self.call("Page.navigate", url=pathlib.Path(path).resolve().as_uri())
        deadline = time.monotonic() + self.seconds
        while not any(e["method"] == "Page.loadEventFired"
                      for e in self.events):
            message = self.receive(deadline)
            if "method" in message:
                self.note(message)

    def evaluate(self, expression):
        """Returns the value of JavaScript in the page."""
        result = self.call("Runtime.evaluate", expression=expression,
                           returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def click(self, selector):
        """Presses the mouse in the middle of an element."""
        x, y = self.evaluate(
            f"(e => {{ e.scrollIntoView(); const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2]; }})"
            f"(document.querySelector({json.dumps(selector)}))")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y,
                      button="left", clickCount=1)

    def press(self, key, code, text=""):
        """Presses a key."""
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                      windowsVirtualKeyCode=code,
                      **({"text": text} if text and kind == "keyDown" else {}))

    def type(self, text):
        """Writes where the cursor is."""
        self.call("Input.insertText", text=text)

    def screenshot(self, path, width, height, dark=False):
        """Writes what the page looks like as a PNG."""
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme",
             "value": "dark" if dark else "light"}])
        self.call("Emulation.setDeviceMetricsOverride", width=width,
                  height=height, deviceScaleFactor=1, mobile=False)
        data = self.call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
