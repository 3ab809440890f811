"""Sentences broken over lines, or cut by what pages carry, are read in one piece."""

from govreports.numbers.quantities import quantities
from govreports.report.model import Sentence
from tests.numbers.one_paragraph import report


def test_a_sentence_broken_over_lines_is_read_in_one_piece():
    made = report("听取汇\n    报3次，参考率\n达97%，比上\n年提高1\n2个百分点。")
    found = quantities(made)
    assert [(q.measure, q.value, q.year) for q in found] == [
        ("听取汇报", 3, 2020),
        ("参考率", 97, 2020),
        ("参考率", 12, 2020),
    ]
    assert all(q.text == made.text[q.start : q.end] for q in found)
    assert all(q.text in q.quote and q.quote in made.text for q in found)


def test_a_sentence_cut_by_page_furniture_is_read_in_its_parts():
    made = report("全年受理- 3 -案件25件。")
    sentence = made.sentences[0]
    cut = Sentence(
        sentence.id, sentence.start, sentence.end, "1", "p1", False, ((0, 4), (9, sentence.end))
    )
    paragraph = made.paragraphs[0]._replace(sentences=(cut,))
    parted = type(made)(
        made.text, made.encoding, made.genre, made.metadata, (), made.sections, (paragraph,)
    )
    assert [q.text for q in quantities(parted)] == ["25"]
