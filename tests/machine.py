"""What tests ask of the machine: programs it must have, a server nothing outside can reach."""

import functools
import http.server
import os
import shutil
import threading
from contextlib import contextmanager

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PDFTOTEXT = shutil.which("pdftotext")


def missing(what: str) -> None:
    """A tool that this machine lacks: a failure where everything is promised, else a skip."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is not installed")


@contextmanager
def serving(folder):
    """Serve a folder to this machine; gives its address, ending in a slash."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args):
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def refuses_other_hosts(page, start):
    """What the page asks of addresses that do not start so, or complains of, is an error."""
    wrong = []
    page.on("request", lambda r: r.url.startswith((start, "data:", "blob:")) or wrong.append(r.url))
    page.on("console", lambda m: m.type == "error" and wrong.append(m.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield
    assert not wrong
