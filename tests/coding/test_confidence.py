"""What themes rest on: told for every sentence, added up, and checked against hand codings."""

from __future__ import annotations

import json
from math import isnan
from pathlib import Path

import pytest

from govreports.analysis import Analysis
from govreports.cli.main import main
from govreports.codebook.loader import load_codebook
from govreports.coding.coder import Coder, Coding
from govreports.coding.confidence import GROUPS, basis_shares, right_by_group
from govreports.coding.confidence_checked import accuracy_by_basis
from govreports.coding.handcodings import CodedUnit, Codings, read_codings
from govreports.corpus.reading import load_corpus
from govreports.errors import DataError
from govreports.report.parse import parse

CODER = Coder(load_codebook())
REPORT = parse(
    "某县人民政府2023年法治政府建设情况报告\n"
    "　　2023年，我县扎实推进依法行政，现将有关情况报告如下：\n"
    "　　一、依法化解矛盾\n"
    "　　全年新收行政复议案件86件。其中甲镇12件，乙镇9件。\n"
    "　　同比下降8%。\n"
    "　　二、下一步打算\n"
    "　　持续深化“放管服”改革。\n"
)
CODED = CODER.code(REPORT)


def reference(*primaries: str) -> Codings:
    units = tuple(
        CodedUnit("r", c.sentence.id, c.sentence.start, c.sentence.end, primary, (primary,), c.move)
        for c, primary in zip(CODED, primaries, strict=True)
    )
    return Codings("hand", "nobody", "person", "2023-01-01", "1.0", units)


def test_each_sentence_says_what_its_theme_rests_on() -> None:
    assert [(c.primary, c.basis) for c in CODED] == [
        ("T0", "preamble"),
        ("T6", "words"),
        ("T6", "before"),
        ("T6", "heading"),
        ("T1", "words"),
    ]


def test_shares_are_of_all_sentences_and_name_every_group() -> None:
    shares = {basis: (sentences, share) for basis, sentences, share in basis_shares(CODED)}
    assert list(shares) == list(GROUPS)
    assert shares["own words"] == (2, pytest.approx(0.4))
    assert shares["inheritance"][0] == shares["heading"][0] == shares["place"][0] == 1
    assert sum(share for _, share in shares.values()) == pytest.approx(1)
    assert all(sentences == 0 and isnan(share) for _, sentences, share in basis_shares(()))


def test_accuracy_is_told_by_basis_and_for_all() -> None:
    table = accuracy_by_basis(reference("T0", "T6", "T6", "T1", "T1"), {"r": CODED}).set_index(
        "basis"
    )
    assert list(table.index) == [*GROUPS, "all"]
    assert table.loc["heading", ["sentences", "right", "accuracy"]].tolist() == [1, 0, 0]
    assert table.loc["own words", "accuracy"] == 1
    assert table.loc["all", "accuracy"] == pytest.approx(0.8)
    assert table.loc["all", "low"] <= 0.8 <= table.loc["all", "high"]
    assert isnan(table.loc["nothing", "accuracy"])


def test_weights_of_the_sample_count() -> None:
    given = reference("T0", "T6", "T6", "T1", "T1")
    heavy = [u._replace(weight=6.0) if u.primary == "T0" else u for u in given.units]
    table = accuracy_by_basis(given._replace(units=tuple(heavy)), {"r": CODED}).set_index("basis")
    assert table.loc["all", "accuracy"] == pytest.approx(9 / 10)


def test_a_reference_of_other_sentences_is_refused() -> None:
    without: tuple[Coding, ...] = CODED[1:]
    with pytest.raises(DataError, match=r"hand: r p1\.s1 was not coded by rules"):
        accuracy_by_basis(reference("T0", "T6", "T6", "T6", "T1"), {"r": without})


def test_the_command_prints_the_summary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT.text, encoding="utf-8")
    assert main(["code", str(path), "--summary"]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert summary["sentences"] == 5
    assert summary["basis"]["own words"] == {"sentences": 2, "share": 0.4}


def test_what_is_told_of_the_bases_is_what_the_hand_codings_say():
    corpus = load_corpus("corpus")
    analysis = Analysis(corpus)
    counted = dict.fromkeys(GROUPS, (0, 0))
    for folder in ("0.9", "1.0-rc1", ""):
        path = Path("corpus", "codings", folder, "adjudicated.csv")
        reference = read_codings(path, analysis.codebook, analysis.reports)
        for row in accuracy_by_basis(reference, analysis.coded, replicates=1).itertuples():
            if row.basis in counted:
                sentences, right = counted[row.basis]
                counted[row.basis] = (sentences + row.sentences, right + row.right)
    assert right_by_group() == counted
