"""Shared passages are exactly those that comparing the reports place by place finds."""

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

from govreports.cli.main import main
from govreports.readers.source import read_report
from govreports.repeats.extent import (
    kind_of,
    kinds_repeated,
    passage_table,
    repetition,
    shared_between,
)
from govreports.repeats.shared import (
    Passage,
    passages_of,
    shared_passages,
    shared_spans,
    whole_file,
)
from govreports.report.model import Block, Paragraph, Report
from govreports.report.parse import parse

REPORTS = sorted((Path(__file__).parents[2] / "corpus" / "reports").glob("*.txt"))

SHARED = "依托门户网站和公示栏公开执法依据、裁量基准和救济途径"
FIRST = f"甲市2021年法治政府建设情况报告\n\n一、公开\n\n我市{SHARED},群众满意。\n"
SECOND = f"乙县2022年法治政府建设情况报告\n\n一、监督\n\n乙县全面{SHARED};成效明显。\n"

Place = tuple[str, int, int, str, int, int]


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {path.stem: read_report(path) for path in REPORTS}


def brute_force(texts: dict[str, str], length: int = 15) -> Iterator[Place]:
    for a, b in combinations_with_replacement(texts, 2):
        x, y = texts[a], texts[b]
        places = defaultdict(list)
        for j in range(len(y) - length + 1):
            places[y[j : j + length]].append(j)
        for i in range(len(x) - length + 1):
            for j in places.get(x[i : i + length], ()):
                if (a == b and j <= i) or (i and j and x[i - 1] == y[j - 1]):
                    continue
                k = length
                while i + k < len(x) and j + k < len(y) and x[i + k] == y[j + k]:
                    k += 1
                yield a, i, i + k, b, j, j + k


def counted_only(reports: dict[str, Report]) -> dict[str, str]:
    """The texts with each character outside headings and paragraphs made unlike all others."""
    fresh = iter(range(0xF0000, 0x110000))
    texts = {}
    for name, report in reports.items():
        counted = {
            place
            for block in report.blocks
            if block.kind in ("heading", "paragraph")
            for place in range(block.start, block.end)
        }
        texts[name] = "".join(
            character if place in counted and character != "\n" else chr(next(fresh))
            for place, character in enumerate(report.text)
        )
    return texts


def places(passages: list[Passage]) -> list[Place]:
    return [passage[:6] for passage in passages]


def test_the_reports_share_exactly_what_brute_force_finds(reports: dict[str, Report]) -> None:
    found = places(passages_of(reports))
    assert len(found) == len(set(found))
    assert set(found) == set(brute_force(counted_only(reports)))


def test_whole_files_share_exactly_what_brute_force_finds(reports: dict[str, Report]) -> None:
    files = [whole_file(name, report) for name, report in reports.items()]
    found = places(shared_passages(files))
    assert len(found) == len(set(found))
    assert set(found) == set(brute_force({name: r.text for name, r in reports.items()}))


def test_a_passage_stands_at_both_its_places(reports: dict[str, Report]) -> None:
    for p in passages_of(reports):
        assert reports[p.a].text[p.a_start : p.a_end] == p.text
        assert reports[p.b].text[p.b_start : p.b_end] == p.text


def test_shared_spans_are_the_union_of_the_passages(reports: dict[str, Report]) -> None:
    for within in (False, True):
        union = defaultdict(set)
        for p in passages_of(reports):
            if within or p.a != p.b:
                union[p.a].update(range(p.a_start, p.a_end))
                union[p.b].update(range(p.b_start, p.b_end))
        for name, spans in shared_spans(reports, within=within).items():
            assert {i for start, end in spans for i in range(start, end)} == union[name]


def test_a_passage_ends_where_the_texts_part() -> None:
    both = {"first": parse(FIRST), "second": parse(SECOND)}
    (passage,) = passages_of(both)
    assert passage.text == SHARED
    assert FIRST[passage.a_start : passage.a_end] == SHARED
    assert SECOND[passage.b_start : passage.b_end] == SHARED


def test_hard_wrapped_text_is_the_same_text() -> None:
    text = f"乙县{SHARED[:11]}\n{SHARED[11:20]}\n\n— 3 —\n\n{SHARED[20:]}成效明显。\n"
    furniture = text.index("— 3 —")
    blocks = (
        Block("paragraph", 0, furniture - 2),
        Block("chrome", furniture, furniture + 5),
        Block("paragraph", furniture + 7, len(text) - 1),
    )
    paragraph = Paragraph("p1", 0, len(text) - 1, "0", ())
    wrapped = Report(text, "utf-8", "other", {}, blocks, (), (paragraph,))
    (passage,) = passages_of({"first": parse(FIRST), "wrapped": wrapped})
    assert passage.text == SHARED
    assert (passage.b_start, passage.b_end) == (2, text.index("成效"))


def test_a_report_and_its_copy_share_all_their_text() -> None:
    table = shared_between({"first": parse(FIRST), "copy": parse(FIRST)})
    (row,) = table.itertuples()
    # The heading is too short to be a passage.
    whole = len(f"我市{SHARED},群众满意。")
    assert (row.a_characters, row.b_characters) == (whole, whole)


def test_repetition_tells_other_reports_from_the_report_itself() -> None:
    again = FIRST + f"\n二、执法\n\n各镇{SHARED},有序推进。\n"
    table = repetition({"first": parse(again), "second": parse(SECOND)}).set_index("report")
    assert table.loc["first", "elsewhere"] == 2 * len(SHARED)
    assert table.loc["first", "within"] == 2 * len(SHARED + ",")
    assert table.loc["second", "within"] == 0
    assert table.loc["second", "share_elsewhere"] == pytest.approx(
        len(SHARED) / table.loc["second", "characters"]
    )


def test_names_of_documents_and_set_phrases_are_told_from_prose() -> None:
    title, phrase = "《关于推进甲乙丙丁戊己庚辛工作的意见》", "在市委、市政府的正确领导下"
    body = f"{{}}{phrase},我们印发{title},{SHARED}{{}}。\n"
    first = "一、公开\n\n" + body.format("甲市", "甲")
    second = "一、监督\n\n" + body.format("乙县", "乙")
    both = {"first": parse(first), "second": parse(second)}

    def kind(text: str) -> str:
        a, b = first.index(text), second.index(text)
        passage = Passage("first", a, a + len(text), "second", b, b + len(text), text)
        return kind_of(passage, both, [phrase])

    assert kind(title) == "title"
    assert kind(title[1:-1]) == "title"
    assert kind(phrase + ",") == "formula"
    assert kind(SHARED) == "prose"
    assert kind(f"{title},{SHARED}") == "prose"


def test_a_character_counts_once_under_the_longest_passage(reports: dict[str, Report]) -> None:
    table = passage_table(reports, passages_of(reports))
    counts = kinds_repeated(reports, table).set_index("report").sum(axis="columns")
    repeated = repetition(reports).set_index("report")["repeated"]
    assert counts.to_dict() == repeated.to_dict()


def test_the_command_prints_the_paths_as_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    assert main(["reuse", *map(str, paths)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert (found["a"], found["b"]) == tuple(map(str, paths))
    assert FIRST[found["a_start"] : found["a_end"]] == found["text"] == SHARED
    assert main(["reuse", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == [line]


def test_the_command_refuses_what_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reuse", str(tmp_path / "absent.txt")]) == 2
    assert main(["reuse", str(tmp_path)]) == 2
    errors = capsys.readouterr().err.splitlines()
    assert "absent.txt" in errors[0]
    assert str(tmp_path) in errors[1]


def test_a_character_in_several_passages_counts_once_with_the_longest():
    text = "甲市报告\n\n一、公开\n\n依托门户网站公开执法依据和救济途径，群众满意。\n"
    reports = {name: parse(text.replace("甲市", name)) for name in ("乙市", "丙市")}
    start = text.index("依托")
    long, short = (
        Passage("乙市", start, start + n, "丙市", start, start + n, text[start : start + n])
        for n in (20, 8)
    )
    for passages in ([long, short], [short, long]):
        table = passage_table(reports, passages, phrases=[short.text])
        assert sorted(table["kind"]) == ["formula", "prose"]
        counts = kinds_repeated(reports, table).set_index("report")
        assert counts.loc["乙市"].to_dict() == {"title": 0, "formula": 0, "prose": 20}
