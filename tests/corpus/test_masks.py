"""Private names stay out of published views, and no offset moves."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.corpus.masks import MASK, load_masks, mask, masked_names, masked_report
from govreports.corpus.reading import load_corpus
from govreports.errors import DataError
from govreports.report.parse import parse

CORPUS = Path(__file__).parents[2] / "corpus"

REPORT = parse(
    "甲市2021年法治政府建设情况报告\n\n一、信访\n\n涉及赵某某安置等事项得到好评,全年办理信访事项五十件。\n"
)
HEADER = "report,start,end,reason\n"
NAME = REPORT.text.index("赵")

spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda s: tuple(sorted(s))))


@given(st.text(max_size=30), spans)
def test_masking_replaces_the_code_points_of_the_spans_and_no_others(
    text: str, listed: list[tuple[int, int]]
) -> None:
    masked = mask(text, listed)
    assert len(masked) == len(text)
    for place, character in enumerate(text):
        hidden = any(start <= place < end for start, end in listed)
        assert masked[place] == (MASK if hidden else character)


@given(st.text(max_size=30), spans, st.integers(0, 30))
def test_a_quotation_is_masked_as_its_place_in_the_text(
    text: str, listed: list[tuple[int, int]], cut: int
) -> None:
    assert mask(text[cut:], listed, offset=cut) == mask(text, listed)[cut:]


def test_a_masked_report_keeps_every_offset_and_loses_the_name() -> None:
    masked = masked_report(REPORT, [(NAME, NAME + 3)])
    assert masked.sentences == REPORT.sentences
    assert masked.text == REPORT.text.replace("赵某某", MASK * 3)


def test_a_name_in_the_metadata_is_masked_too() -> None:
    stated = REPORT.metadata["title"]
    masked = masked_report(REPORT, [(stated.start, stated.start + 2)])
    assert masked.stated("title") == MASK * 2 + stated.value[2:]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("other,3,5,why\n", "line 2: no report is called 'other'"),
        ("one,3,x,why\n", "line 2: end must be a whole number"),
        ("one,3,-5,why\n", "line 2: end must be a whole number"),
        ("one,5,5,why\n", "line 2: 5–5 is no span"),
        ("one,3,9999,why\n", "line 2: 3–9999 is no span"),
        ("one,3,5,\n", "line 2: a reason is due"),
        ("one,3,5\n", "line 2: 3 values where 4 are due"),
        ("one,3,5,why\none,4,6,why\n", "line 3: lies across another"),
        ('one,3,5,"why\n', "line 2"),
    ],
)
def test_a_bad_row_is_refused_by_file_and_line(tmp_path: Path, rows: str, message: str) -> None:
    path = tmp_path / "masks.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(DataError, match=r"masks\.csv") as caught:
        load_masks(path, {"one": REPORT})
    assert message in str(caught.value)


def test_a_list_with_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "masks.csv"
    path.write_text("report,name\n", encoding="utf-8")
    with pytest.raises(DataError, match="line 1: the columns must be report,start,end,reason"):
        load_masks(path, {"one": REPORT})


def test_a_name_masked_at_one_place_only_is_refused_without_printing_it(tmp_path: Path) -> None:
    path = tmp_path / "masks.csv"
    path.write_text(f"{HEADER}one,{NAME},{NAME + 3},why\n", encoding="utf-8")
    other = parse(REPORT.text.replace("全年", "赵某某全年"))
    with pytest.raises(DataError, match="stands in two at") as caught:
        load_masks(path, {"one": REPORT, "two": other})
    assert "赵某某" not in str(caught.value)


def test_the_corpus_masks_names_of_persons_only() -> None:
    corpus = load_corpus(CORPUS)
    masks = load_masks(CORPUS / "masks.csv", corpus.reports)
    assert sum(map(len, masks.values())) == 4
    for name in masked_names(corpus.reports, masks):
        assert 2 <= len(name) <= 4
        assert all("\u4e00" <= character <= "\u9fff" for character in name)
    for name, report in corpus.reports.items():
        left = masked_report(report, masks[name]).text
        assert not any(hidden in left for hidden in masked_names(corpus.reports, masks))


def test_a_name_in_a_heading_is_masked_in_the_title_of_its_section() -> None:
    report = parse(REPORT.text.replace("一、信访", "一、赵某某信访案化解情况"))
    start = report.text.index("赵")
    spans = [(start, start + 3), *((p, p + 3) for p in [report.text.index("赵", start + 1)])]
    titles = [section.title for section in masked_report(report, spans).sections]
    assert f"{MASK * 3}信访案化解情况" in titles
    assert "赵" not in "".join(titles)
