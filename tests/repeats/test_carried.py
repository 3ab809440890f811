"""What a report carries over from the one before it is all that it has from it, and no more."""

from hypothesis import given
from hypothesis import strategies as st

from govreports.repeats.carried import carried_between
from govreports.repeats.maximal import repeated
from govreports.repeats.shared import stretches
from govreports.report.parse import parse

TITLE = "青岗县2021年法治政府建设情况报告\n\n一、主要工作\n\n"
pieces = st.lists(
    st.sampled_from(
        ["执法监督", "普法宣传", "信访办理", "复议应诉", "一二三四五六七", "，", "。", "东西南北"]
    ),
    min_size=3,
    max_size=30,
).map("".join)


@given(pieces, pieces)
def test_every_passage_stands_at_both_places_and_all_that_is_shared_is_covered(one, two):
    reports = {"a": parse(TITLE + one + "。\n"), "b": parse(TITLE + two + "。\n")}
    found = list(carried_between("a", "b", reports, 5))
    for p in found:
        assert reports["a"].text[p.a_start : p.a_end] == p.text
        assert reports["b"].text[p.b_start : p.b_end] == p.text
        assert len(p.text) >= 5
    covered = {i for p in found for i in range(p.b_start, p.b_end)}
    parts = [*stretches("a", reports["a"]), *stretches("b", reports["b"])]
    owners = [int(part.report == "b") for part in parts]
    runs = repeated([part.text for part in parts], 5, owners)
    shared = {
        i
        for part, spans in zip(parts, runs, strict=True)
        if part.report == "b"
        for start, end in spans
        for i in range(*part.span(start, end))
    }
    assert covered == shared


def test_a_phrase_used_a_thousand_times_gives_no_more_passages_than_characters():
    text = parse(TITLE + "加强执法监督" * 1000 + "。\n")
    assert len(list(carried_between("a", "b", {"a": text, "b": text}))) < 10
