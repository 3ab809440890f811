"""The two distributions of this repository as wheels: the library, and what makes the book.

Setuptools builds them from a clean copy of a checkout. An installation, which has no sources,
packs what it was installed from again. Either way the archive is written here, in one order and
with one date, so that equal contents are equal bytes and a lock can name them.
"""

from __future__ import annotations

import base64
import hashlib
import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from publishing.errors import BuildError
from publishing.paths import IS_INSTALLED, PUBLISHING, SOURCES
from publishing.sources import shipped

LIBRARY, BOOK = "govreports", "govreports-book"
NAMES = (LIBRARY, BOOK)
_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can bear
# What an installer adds to a distribution that it unpacks.
_ADDED = {"INSTALLER", "REQUESTED", "RECORD", "direct_url.json"}
_COPIED = shutil.ignore_patterns("__pycache__", "*.egg-info", "build", "_generated")
_BUILD = "from setuptools.build_meta import build_wheel; import sys; build_wheel(sys.argv[1])"


def wheel(name: str) -> tuple[str, bytes]:
    """The file name and the bytes of the wheel of one of ``NAMES``.

    Raises ``BuildError`` where setuptools cannot build it.
    """
    files = _installed(name) if IS_INSTALLED else _built(name)
    info = next(path.partition("/")[0] for path in files if path.endswith(".dist-info/METADATA"))
    return f"{info.removesuffix('.dist-info')}-py3-none-any.whl", _archive(files, f"{info}/RECORD")


def _installed(name: str) -> dict[str, bytes]:
    """The files of an installed distribution, as they were in its wheel."""
    return {
        file.as_posix(): Path(str(file.locate())).read_bytes()
        for file in distribution(name).files or ()
        if file.parts[0] != ".." and file.name not in _ADDED and "__pycache__" not in file.parts
    }


def _built(name: str) -> dict[str, bytes]:
    """The files of the wheel that setuptools builds from this checkout."""
    with tempfile.TemporaryDirectory() as folder:
        project, out = Path(folder) / "project", Path(folder) / "out"
        _copy(name, project)
        done = subprocess.run(
            [sys.executable, "-c", _BUILD, str(out)],
            cwd=project / "publishing" if name == BOOK else project,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            said = done.stderr.strip().splitlines() or ["no message"]
            raise BuildError(f"the wheel of {name} cannot be built: {said[-1]}")
        with zipfile.ZipFile(next(out.glob("*.whl"))) as archive:
            return {
                entry: archive.read(entry)
                for entry in archive.namelist()
                if not entry.endswith(("/", "/RECORD"))
            }


def _copy(name: str, project: Path) -> None:
    if name == BOOK:
        shutil.copytree(PUBLISHING, project / "publishing", ignore=_COPIED)
        for file in shipped():
            target = project / "publishing" / "shipped" / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(SOURCES / file, target)
        return
    shutil.copytree(SOURCES / LIBRARY, project / LIBRARY, ignore=_COPIED)
    for pattern in ("pyproject.toml", "README.md", "LICENSE*", "NOTICE"):
        for path in SOURCES.glob(pattern):
            shutil.copyfile(path, project / path.name)


def _archive(files: Mapping[str, bytes], record: str) -> bytes:
    """A wheel of these files, with the record of them that installers check."""
    lines = [f"{name},{_digest(content)},{len(content)}" for name, content in sorted(files.items())]
    whole = {**files, record: "".join(f"{line}\n" for line in [*lines, f"{record},,"]).encode()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(whole, key=lambda name: (".dist-info/" in name, name)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, whole[name])
    return out.getvalue()


def _digest(content: bytes) -> str:
    return (
        f"sha256={base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip('=')}"
    )
