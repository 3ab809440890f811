"""The statutory tables are read in every layout; what does not fit is said, not guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreports.disclosure import cells
from govreports.disclosure.frames import frames
from govreports.disclosure.sums import sums
from tests.disclosure.statutory_reports import (
    ACTIVE,
    LAYOUTS,
    REQUESTS,
    REVIEW,
    expected,
    published,
    report,
    tables,
)

seeds = st.integers(0, 10**6)


def read(text):
    values, notes = cells.tables(text)
    found = {(v.table, v.group, v.row, v.column): v.value for v in values}
    assert len(found) == len(values)
    assert all(v.value is None or text[v.start : v.end] for v in values)
    return found, notes


@settings(max_examples=20)
@given(seeds, st.sampled_from(LAYOUTS))
def test_every_cell_of_the_whole_form_is_read_in_every_layout(seed, layout):
    made = tables(seed)
    found, notes = read(report(made, layout))
    assert found == expected(made)
    assert notes == ()


@settings(max_examples=20)
@given(seeds, st.sampled_from(LAYOUTS))
def test_tables_that_add_up_have_no_sum_that_fails(seed, layout):
    values, _ = cells.tables(report(tables(seed), layout))
    checked = list(sums(values))
    assert {total.rule for total in checked} == {"row", "results", "balance"}
    assert all(total.holds and not total.missing for total in checked)


@settings(max_examples=20)
@given(seeds, st.integers(0, 5), st.sampled_from(["row", "results", "balance"]))
def test_a_wrong_cell_is_found_by_every_sum_it_enters(seed, column, rule):
    made = tables(seed)
    requests = made[REQUESTS.title]
    key = ("", REQUESTS.rows[0].label) if rule == "balance" else ("不予公开", "属于国家秘密")
    requests[key][column] += 5
    values, _ = cells.tables(report(made, "tab"))
    failed = {total.rule for total in sums(values) if not total.holds}
    assert failed == {"row", "balance" if rule == "balance" else "results"}


@settings(max_examples=10)
@given(seeds)
def test_the_reviews_may_have_all_their_labels_before_all_their_values(seed):
    made = tables(seed)
    text = report(made, "headed")
    found, _ = read(text)
    review = {key: value for key, value in expected(made).items() if key[0] == REVIEW.title}
    assert {key: value for key, value in found.items() if key[0] == REVIEW.title} == review


@pytest.mark.parametrize("one_a_line", [False, True])
@pytest.mark.parametrize("filled", [False, True])
@settings(max_examples=8)
@given(seeds)
def test_the_merged_cells_of_the_published_form_are_no_obstacle(filled, one_a_line, seed):
    made = tables(seed)
    text = published(made, filled)
    if one_a_line:
        text = text.replace("| ", "\n").replace("\t", "\n").replace("|", "\n")
    found, notes = read(text)
    assert found == {k: v for k, v in expected(made).items() if k[0] != ACTIVE.title}
    assert notes == ()


def test_labels_without_values_and_values_without_labels_are_told():
    text = "三、收到和处理政府信息公开申请情况\n予以公开\n部分公开\n\n"
    _, (note,) = read(text + "四、政府信息公开行政复议、行政诉讼情况\n本文。\n")
    assert (note.reason, note.due, note.found) == ("no values", 14, 0)
    _, (note,) = read("四、政府信息公开行政复议、行政诉讼情况\n88\n18\n")
    assert (note.reason, note.due, note.found) == ("no label", 0, 2)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_may_be_left_out(layout):
    made = tables(3)
    for form in (ACTIVE, REQUESTS, REVIEW):
        kept = list(made[form.title])[::2]
        made[form.title] = {key: made[form.title][key] for key in kept}
    found, notes = read(report(made, layout))
    assert found == expected(made)
    assert notes == ()


@pytest.mark.parametrize("mark", ["/", "—", "－", "-", "无"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_marks_for_none_are_cells_without_a_value(layout, mark):
    made = tables(5)
    made[REVIEW.title]["", "行政复议"] = [mark] * 5
    found, notes = read(report(made, layout))
    assert [v for k, v in found.items() if k[2] == "行政复议"] == [None] * 5
    assert notes == ()


@pytest.mark.parametrize("layout", ["tab", "markdown"])
def test_an_empty_cell_between_bars_or_tabs_is_a_cell(layout):
    made = tables(6)
    made[REQUESTS.title]["不予公开", "属于国家秘密"] = ["", 4, "", "", "", "", 4]
    found, notes = read(report(made, layout))
    row = [v for k, v in found.items() if k[2] == "属于国家秘密"]
    assert row == [None, 4, None, None, None, None, 4]
    assert notes == ()


@pytest.mark.parametrize("layout", ["lines", "tab", "markdown"])
def test_a_row_with_a_value_too_few_is_told_and_left_unread(layout):
    made = tables(7)
    made[REQUESTS.title]["不予公开", "属于国家秘密"] = [1, 0, 0, 0, 0, 1]
    found, (note,) = read(report(made, layout))
    assert not any(key[2] == "属于国家秘密" for key in found)
    assert (note.row, note.reason, note.due, note.found) == (
        "属于国家秘密",
        "wrong number of values",
        7,
        6,
    )
    assert len(found) == len(expected(tables(7))) - 7


def test_labels_may_be_broken_spaced_full_width_or_short():
    text = """三、收到和处理政府信息公开
申请情况
一、本 年 新 收
1\t０\t0\t0\t0\t0\t１
（一） 予 以公开
1
0
0
0
0
0
1
１．属于国家
秘密
0
0
0
0
0
0
0
"""
    found, notes = read(text)
    assert notes == ()
    totals = {key[2]: value for key, value in found.items() if key[3] == "总计"}
    assert totals == {"本年新收政府信息公开申请数量": 1, "予以公开": 1, "属于国家秘密": 0}


def test_columns_may_be_left_out_where_the_head_names_those_that_stay():
    text = """三、收到和处理政府信息公开申请情况
|  | 自然人 | 法人或其他组织 | 总计 |
|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 5 | 2 | 7 |
| 四、结转下年度继续办理 | 1 | 0 | 2 |
"""
    values, notes = cells.tables(text)
    assert notes == ()
    assert [(v.column, v.value) for v in values[:3]] == [
        ("自然人", 5),
        ("法人或其他组织", 2),
        ("总计", 7),
    ]
    assert [(s.row, s.holds) for s in sums(values)] == [
        ("本年新收政府信息公开申请数量", True),
        ("结转下年度继续办理", False),
    ]


def test_the_columns_of_another_form_are_told_and_left_unread():
    text = """二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t1\t1\t12
"""
    found, (note,) = read(text)
    assert found == {}
    assert (note.reason, note.due, note.found) == ("other columns", 3, 3)


def test_a_title_may_carry_its_unit():
    text = "表二：主动公开政府信息情况（单位：件）\n行政许可\t3\n"
    assert list(read(text)[0].values()) == [3]


def test_a_group_without_its_rows_is_a_row():
    text = "三、收到和处理政府信息公开申请情况\n（六）其他处理\t1\t0\t0\t0\t0\t0\t1\n"
    found, _ = read(text)
    assert found[REQUESTS.title, "", "其他处理", "总计"] == 1


def test_columns_set_upright_are_read_where_their_totals_come_out():
    rows = [[1, 0, 0, 0, 0, 0, 1], [0, 2, 0, 0, 0, 0, 2], [3, 0, 0, 0, 0, 1, 4]]
    upright = "\n\n".join("\n".join(map(str, column)) for column in zip(*rows, strict=True))
    text = f"""三、收到和处理政府信息公开申请情况
1.属于国家秘密

{upright}

2.其他法律行政法规禁止公开
3.危及“三安全一稳定”
"""
    found, (note,) = read(text)
    assert list(found.values()) == [value for row in rows for value in row]
    assert note.reason == "read by order"
    found, (note,) = read(text.replace("3\n\n", "8\n\n", 1))
    assert found == {}
    assert note.reason == "order not certain"


def test_money_keeps_its_unit():
    (value,), _ = cells.tables("二、主动公开政府信息情况\n行政事业性收费\t7,730.28\n")
    assert (value.value, value.unit) == (7730.28, "万元")
    (value,), _ = cells.tables("二、主动公开政府信息情况\n行政事业性收费\t8500元\n")
    assert (value.value, value.unit) == (8500, "元")


def test_page_numbers_prose_and_other_tables_are_no_cells():
    text = report(tables(8), "lines").replace("行政强制", "- 3 -\n行政强制")
    text = text.replace("三、收到", "全区共收到申请12件。\n三、收到")
    assert read(text)[0] == expected(tables(8))
    assert cells.tables("一、主要做法\n行政许可\n5\n") == ((), ())


def test_a_table_of_contents_is_no_table():
    text = "目录\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n正文。\n"
    assert cells.tables(text) == ((), ())


def test_frames_have_the_rows_printed_and_the_columns_of_the_form():
    made = tables(9)
    values, _ = cells.tables(report(made, "markdown"))
    found = frames(values)
    assert list(found) == [ACTIVE.title, REQUESTS.title, REVIEW.title]
    assert found[REVIEW.title].to_numpy().tolist() == [
        [*key, *row] for key, row in made[REVIEW.title].items()
    ]
    assert list(found[REQUESTS.title].columns)[2:] == [
        column.label for column in REQUESTS.columns[""]
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "二、主动公开政府信息情况",
                "三、收到和处理政府信息公开申请情况",
                "规章",
                "行政许可",
                "予以公开",
                "其他",
                "总计",
                "0",
                "12",
                "/",
                "",
                "第二十条第（一）项",
                "（三）不予公开",
                "1.属于国家秘密",
                "\t",
                "｜",
                "本文。",
                "- 1 -",
                "五、其他",
            ]
        ),
        max_size=40,
    ),
    st.sampled_from(["\n", "\t", "|", "\r\n", " "]),
)
def test_any_sequence_of_cells_is_read_without_error(pieces, between):
    text = between.join(pieces)
    values, notes = cells.tables(text)
    assert all(0 <= item.start <= item.end <= len(text) for item in (*values, *notes))
    assert all(note.reason in cells.REASONS for note in notes)
    list(sums(values))
    frames(values)
