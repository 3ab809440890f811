"""Phrase lexicon, stop words, base words: well formed, and clear when they are not."""

from pathlib import Path

import pytest

from govreports.errors import DataError
from govreports.words.dictionary import open_cutter, read_base_words
from govreports.words.lexicon import Lexicon, Term, load_lexicon, read_lexicon
from govreports.words.segmenter import Segmenter
from govreports.words.stopwords import load_stopwords

SEGMENTER = Segmenter("rjieba")
HEAD = "term,gloss,type,source\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "data.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("term,gloss\n", "line 1: the columns"),
        (HEAD + "法治政府,law-based government,concept\n", "line 2: 3 values"),
        (HEAD + "法治政府,,concept,reports\n", "line 2: term, gloss"),
        (HEAD + "“”,quotes,concept,reports\n", "line 2: .*two characters"),
        (HEAD + "先照后证；,a,b,c\n", "line 2: 先照后证； runs over the end of a sentence"),
        (
            HEAD + "双随机、一公开,a,b,c\n\n“双随机，一公开”,a,b,c\n",
            "line 4: .*is the same term as 双随机、一公开",
        ),
        (HEAD + '法治政府,"open\n', "line 2"),
    ],
)
def test_a_bad_lexicon_line_is_named(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(DataError, match=message) as raised:
        read_lexicon(write(tmp_path, lines))
    assert "data.csv" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_lexicon_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes((HEAD + "法治政府,a,b,c\n").encode("gb18030"))
    with pytest.raises(DataError, match="not UTF-8 at byte"):
        read_lexicon(path)


def test_a_lexicon_may_be_empty(tmp_path: Path) -> None:
    terms = read_lexicon(write(tmp_path, HEAD))
    assert list(Lexicon(terms).match("双随机、一公开")) == []


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("word,frequency,reason\n法治,many,why\n", "line 2: frequency .*'many'"),
        ("word,frequency,reason\n法治,-1,why\n", "line 2: frequency .*'-1'"),
        ("word,frequency,reason\n法治,3,\n", "line 2: .*reason"),
        ("word,frequency,reason\n法,3,why\n", "line 2: .*two characters"),
        ("word,frequency,reason\n法治,3,why\n法治,0,why\n", "line 3: 法治 is listed twice"),
    ],
)
def test_a_bad_base_word_is_named(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_base_words(write(tmp_path, lines))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("word,gloss,reason\n的,of,particle\n的,of,particle\n", "line 3: 的 is listed twice"),
        ("word,gloss,reason\n的,of,\n", "line 2: word, gloss and reason"),
    ],
)
def test_a_bad_stop_word_is_named(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        load_stopwords(write(tmp_path, lines))


def test_each_stop_word_is_a_base_token() -> None:
    parted = [w.word for w in load_stopwords() if len(SEGMENTER.tokens(w.word)) != 1]
    assert parted == []


def test_each_base_word_is_cut_as_it_says() -> None:
    cut = open_cutter("rjieba").cut
    words = read_base_words()
    assert [w.word for w in words if w.frequency and cut(w.word) != [w.word]] == []
    assert [w.word for w in words if not w.frequency and cut(w.word) == [w.word]] == []


def test_each_term_of_the_default_lexicon_is_found_whole() -> None:
    single = {t.term for t in SEGMENTER.lexicon.terms if len(SEGMENTER.tokens(t.term)) == 1}
    for term in SEGMENTER.lexicon.terms:
        expected = [] if term.term in single else [term.term]
        assert [found.text for found in SEGMENTER.terms(term.term)] == expected


@pytest.mark.parametrize(
    "term", ["双随机、一公开", "3550改革", "四个全面", "一网通办", "行政执法三项制度"]
)
def test_what_jieba_cannot_produce_is_found_whole(term: str) -> None:
    assert [found.text for found in SEGMENTER.terms(f"推进{term}工作")] == [term]


def test_every_term_has_a_gloss_and_a_source() -> None:
    assert all(term.gloss and term.type and term.source for term in load_lexicon().terms)


def test_a_variant_is_counted_under_the_name_it_stands_for() -> None:
    lexicon = Lexicon([Term("法治政府", "a", "b", "c")], {"依法治理的政府": "法治政府"})
    assert [term.text for term in lexicon.match("建设依法治理的政府、法治政府")] == [
        "法治政府",
        "法治政府",
    ]


def test_the_longer_term_wins_and_offsets_count_the_quotes() -> None:
    lexicon = Lexicon([Term("证照分离", "a", "b", "c"), Term("证照分离改革", "a", "b", "c")])
    text = "推进“证照分离”改革，推进‘证照分离’。"
    assert [text[t.start : t.end] for t in lexicon.match(text)] == ["证照分离”改革", "证照分离"]
    assert [t.text for t in lexicon.match(text)] == ["证照分离改革", "证照分离"]


def test_a_lexicon_is_known_by_its_forms() -> None:
    one, two = Term("法治政府", "a", "b", "c"), Term("法治社会", "a", "b", "c")
    assert Lexicon([one, two]).sha256 == Lexicon([two, one]).sha256
    assert Lexicon([one]).sha256 != Lexicon([two]).sha256
