"""``python tools/run.py book``: what ``make book`` does, for those without make.

The commands are ``book``, ``html``, ``test``, and ``install``, which the others do first where it
is due: an environment in ``.venv`` from the hash lock. Needs Python alone.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
INSTALLED = ENVIRONMENT / ".installed"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
MADE_FROM = (ROOT / "requirements.txt", ROOT / "pyproject.toml")
OLDEST, NEWEST = (3, 11), (3, 13)
COMMANDS = {
    "install": (),
    "book": ("-m", "publishing", "build"),
    "html": ("-m", "publishing", "build", "--html-only"),
    "test": ("-m", "pytest"),
}


def main(arguments: list[str]) -> int:
    """Run one command, with what follows it handed on."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"usage: python tools/run.py {'|'.join(COMMANDS)} …", file=sys.stderr)
        return 2
    name, *more = arguments
    if not INSTALLED.is_file() or INSTALLED.stat().st_mtime < max(map(_time, MADE_FROM)):
        install()
    if not COMMANDS[name]:
        return 0
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
    command = [str(PYTHON), *COMMANDS[name], *more]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def install() -> None:
    """Fill ``.venv`` from the lock; setuptools first, so that no build downloads another."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        between = " to ".join(".".join(map(str, version)) for version in (OLDEST, NEWEST))
        raise SystemExit(f"Python {between} is needed; this is {sys.version.split()[0]}")
    print("Installing the locked environment into .venv", flush=True)
    if not PYTHON.is_file():
        venv.create(ENVIRONMENT, with_pip=True)
    lock = MADE_FROM[0].read_text(encoding="utf-8")
    first = ENVIRONMENT / "setuptools.txt"
    found = re.search(r"^setuptools==(?:.*\\\n)*.*\n", lock, re.MULTILINE)
    first.write_text(found[0] if found else "", encoding="utf-8")
    _pip("--require-hashes", "-r", str(first))
    _pip("--require-hashes", "--no-build-isolation", "-r", str(MADE_FROM[0]))
    _pip("--no-deps", "--no-build-isolation", "-e", ".")
    INSTALLED.touch()


def _pip(*arguments: str) -> None:
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, *arguments], cwd=ROOT, check=False).returncode:
        raise SystemExit("The environment could not be installed, see above.")


def _time(path: Path) -> float:
    return path.stat().st_mtime


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
