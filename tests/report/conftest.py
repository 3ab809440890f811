"""The five reports, read once for all tests of the text model."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.rewriting import REPORTS


@pytest.fixture(params=REPORTS, ids=lambda path: path.stem)
def report_text(request: pytest.FixtureRequest) -> str:
    """The text of one of the five reports."""
    return Path(request.param).read_bytes().decode("utf-8")
