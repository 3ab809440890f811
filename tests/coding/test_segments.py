"""Stretches that other programs code, taken as codings of sentences."""

import csv
import io

import pytest

from govreports.codebook.loader import load_codebook
from govreports.coding.comparison import compare, confusions, differences
from govreports.coding.handcodings import by_rules
from govreports.coding.segments import COLUMNS, is_table, read_segment_codings
from govreports.errors import ArgumentError, DataError
from tests.coding.small_reports import report

CODEBOOK = load_codebook()
# p1.s1 公开信息。 p1.s2 严格执法。 p2.s1 调解纠纷三十件。 p2.s2 严格执法。
LINES = ("公开信息。严格执法。", "调解纠纷三十件。严格执法。")
REPORTS = {"云台县/甲": report(*LINES), "v1.2": report("公开。")}
TEXT = REPORTS["云台县/甲"].text
FIRST, SECOND, THIRD, FOURTH = "p1.s1", "p1.s2", "p2.s1", "p2.s2"


def table(folder, *rows):
    """A file of rows (user, source, start, code, text)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for user, source, start, code, text in rows:
        writer.writerow((user, source, start, start + len(text), code, text))
    path = folder / "project.csv"
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    return path


def of(words, code, user="甲", source="云台县/甲"):
    return user, source, TEXT.index(words), code, words


def read(folder, *rows, reports=REPORTS):
    return read_segment_codings(table(folder, *rows), CODEBOOK, reports)


def themes(coding):
    return {unit.sentence: unit.themes for unit in coding.units}


@pytest.mark.parametrize(
    ("words", "coded"),
    [
        ("公开信息。", [FIRST]),
        ("信息", [FIRST]),
        (LINES[0], [FIRST, SECOND]),
        ("公开信息。严", [FIRST]),
        ("息。严格执法。\n调", [SECOND]),
        ("息。严格执法。\n调解纠纷", [SECOND, THIRD]),
        ("严格执法。\n调解纠纷三十件。", [SECOND, THIRD]),
        ("\n调解纠纷三十件。", [THIRD]),
    ],
)
def test_a_stretch_codes_the_sentences_that_it_mostly_is_or_is_mostly_in(tmp_path, words, coded):
    (coding,), left = read(tmp_path, of(words, "T5"))
    assert [unit.sentence for unit in coding.units] == coded
    assert left == ()


def test_the_theme_that_covers_most_is_the_primary_one_and_of_equals_the_first(tmp_path):
    rows = [
        of("三十件", "T1"), of("调解纠纷三十件。", "T6"), of("公开信息。", "T10"),
        of("公开信息。", "T5"), of("公开信息。", "admission"), of("公开信息。", "report"),
    ]  # fmt: skip
    (coding,), _ = read(tmp_path, *rows)
    assert themes(coding) == {THIRD: ("T6", "T1"), FIRST: ("T10", "T5")}
    assert [(unit.primary, unit.move, unit.flags) for unit in coding.units] == [
        ("T6", "", ()),
        ("T10", "report", ("admission",)),
    ]


@pytest.mark.parametrize("code", ["id", "zh", "en", "label", "id and words"])
def test_a_code_is_known_by_any_of_its_names(tmp_path, code):
    theme = CODEBOOK.codes["T6"]
    name = "T6 disputes" if code == "id and words" else getattr(theme, code)
    (coding,), _ = read(tmp_path, of("调解纠纷", name))
    assert themes(coding) == {THIRD: ("T6",)}


@pytest.mark.parametrize("source", ["云台县/甲", "云台县/甲.txt", "云台县/甲.docx"])
@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r"), TEXT.replace("。", " ")])
def test_a_source_is_known_with_or_without_its_ending(tmp_path, source, text):
    (coding,), _ = read(tmp_path, of("公开信息", "T5", source=source))
    assert themes(coding) == {FIRST: ("T5",)}


def windows():
    """The report with line ends of Windows: the same spans, each line end two places."""
    lines = [f"{line}\r" for line in LINES]
    return {"云台县/甲": report(*lines)}


@pytest.mark.parametrize("counted", [1, 2])
def test_line_ends_of_windows_count_as_one_place_or_as_two(tmp_path, counted):
    # The words are in the report twice: only the place tells which are meant.
    start = TEXT.rindex("严格执法。") + counted - 1
    (coding,), left = read(
        tmp_path, ("甲", "云台县/甲", start, "T4", "严格执法。"), reports=windows()
    )
    assert themes(coding) == {FOURTH: ("T4",)}
    assert left == ()


@pytest.mark.parametrize("start", [0, 3, 10_000])
def test_words_that_stand_once_are_found_where_the_place_is_another(tmp_path, start):
    (coding,), left = read(tmp_path, ("甲", "云台县/甲", start, "T6", "调解 纠纷\n三十件"))
    assert (themes(coding), left) == ({THIRD: ("T6",)}, ())


def test_a_masked_name_is_found(tmp_path):
    (coding,), _ = read(tmp_path, ("甲", "云台县/甲", 11, "T6", "调解■■三十件。"))
    assert themes(coding) == {THIRD: ("T6",)}


SOUND = of("公开信息。", "T5")
LEFT = {
    "source": (("甲", "访谈", 0, "T5", "公开"),
               "source 访谈 is no report of this corpus; 1 row left"),
    "code": (of("公开", "有意思"), "'有意思' is no code of codebook 1.0; 1 row left"),
    "words": (("甲", "云台县/甲", 0, "T5", "没有的话"),
              ", line 3: 云台县/甲 has not these words at 0–4; left"),
    "words of two places": (("甲", "云台县/甲", 0, "T5", "严格执法"),
                            ", line 3: 云台县/甲 has not these words at 0–4; left"),
    "blanks": (("甲", "云台县/甲", 0, "T5", "  "),
               ", line 3: 云台县/甲 has not these words at 0–2; left"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "line"), LEFT.values(), ids=LEFT)
def test_what_cannot_be_placed_is_told_and_the_rest_is_read(tmp_path, row, line):
    (coding,), (said,) = read(tmp_path, SOUND, row)
    assert themes(coding) == {FIRST: ("T5",)}
    assert said.removeprefix(f"{tmp_path / 'project.csv'}").removeprefix(": ") == line
    with pytest.raises(DataError, match="codes no sentence of these reports"):
        read(tmp_path, row)


@pytest.mark.parametrize(
    ("codes", "why"),
    [
        (("T5", "frame"), "theme T5 contradicts move frame"),
        (("T0", "report"), "theme T0 contradicts move report"),
        (("T0", "T5"), "T0 means no theme, so it cannot stand with others"),
        (("plan", "admission"), "flag admission contradicts move plan"),
    ],
)
def test_codes_that_contradict_each_other_are_told_and_left(tmp_path, codes, why):
    (coding,), left = read(tmp_path, *(of("公开信息。", c) for c in codes), of("调解", "T6"))
    assert list(themes(coding)) == [THIRD]
    assert left == (f"{tmp_path / 'project.csv'}: 甲, 云台县/甲 {FIRST}: {why}; left",)


def test_of_several_moves_the_longest_counts_and_it_is_told(tmp_path):
    (coding,), (said,) = read(tmp_path, of("公开", "plan"), of("公开信息。", "report"))
    assert [unit.move for unit in coding.units] == ["report"]
    assert said.endswith("1 sentence with several moves; that which covers most counts")


def test_each_user_is_a_coding_and_what_nobody_gave_is_not_compared(tmp_path):
    coded = read(tmp_path, of("公开信息。", "T5"), of("公开信息。", "T4", user="乙")).codings
    assert [(one.name, one.schemes) for one in coded] == [
        ("甲", ("primary", "themes")),
        ("乙", ("primary", "themes")),
    ]
    figures = compare(*coded, CODEBOOK, REPORTS, replicates=5)
    assert set(figures["scheme"]) == {"primary", "themes"}
    assert set(confusions(*coded, CODEBOOK, REPORTS)["scheme"]) == {"primary"}
    assert set(differences(*coded, REPORTS)["scheme"]) == {"primary", "themes"}


def test_sentences_that_one_gave_a_move_alone_count_among_moves_alone(tmp_path):
    rows = [of("公开信息。", "T5"), of("公开信息。", "report"), of("调解", "report")]
    (coding,), _ = read(tmp_path, *rows)
    figures = compare(coding, by_rules(REPORTS, CODEBOOK), CODEBOOK, REPORTS, replicates=5)
    whole = figures[(figures["code"] == "") & (figures["measure"] == "agreement")]
    assert dict(zip(whole["scheme"], whole["units"], strict=True)) == {"primary": 1, "move": 2}


def test_codings_of_different_kinds_cannot_be_compared(tmp_path):
    one, other = read(tmp_path, of("公开信息。", "T5"), of("公开信息。", "plan", user="乙")).codings
    with pytest.raises(ArgumentError, match="give codes of different kinds"):
        compare(one, other, CODEBOOK, REPORTS)


def test_a_table_is_known_by_its_first_line(tmp_path):
    assert is_table(table(tmp_path))
    path = tmp_path / "coding.csv"
    path.write_text("report,sentence\n", encoding="utf-8")
    assert not is_table(path)
