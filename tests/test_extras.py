"""What a plain installation does, and what it says of the rest."""

import subprocess
import sys

import pytest

OPTIONAL = (
    "matplotlib", "networkx", "wordcloud", "pylopdf_fonts_zh_cn", "sklearn", "distributed",
    "brotli", "fontTools",
)  # fmt: skip
REPORT = """某某县2023年法治政府建设情况报告

一、开展普法
2023年,开展执法培训3期。加强普法宣传。
"""


@pytest.fixture
def plain(tmp_path):
    """Run Python code where nothing optional can be imported."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")

    def run(code):
        blocked = f"import sys\nfor name in {OPTIONAL!r}: sys.modules[name] = None\n"
        return subprocess.run(
            [sys.executable, "-c", blocked + code], cwd=tmp_path, capture_output=True, text=True
        )

    return run


@pytest.mark.parametrize("command", ["parse", "code", "quantities", "terms"])
def test_a_plain_installation_reads_codes_and_counts(plain, command):
    done = plain(f"from govreports.cli.main import main; main([{command!r}, 'report.txt'])")
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize(
    ("module", "extra"),
    [
        ("govreports.figures", "figures"),
        ("govreports.words.clouds", "figures"),
    ],
)
def test_what_is_not_installed_is_named_with_how_to_get_it(plain, module, extra):
    done = plain(
        "from govreports.errors import GovReportsError\n"
        f"try: import {module}\n"
        "except GovReportsError as error: print(error)\n"
    )
    assert f"pip install 'govreports[{extra}]'" in done.stdout
