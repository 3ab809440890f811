"""Reports saved twice are found, and different reports are not taken for one."""

from govreports.folder.duplicates import duplicates, resemblance, sketch
from tests.folder.invented import report


def found(*texts: str):
    squeezed = ["".join(text.split()) for text in texts]
    return duplicates(
        [str(n) for n in range(len(texts))], squeezed, [sketch(text) for text in squeezed]
    )


LONG = "".join(report(f"某{c}县", 2020, n) for n, c in enumerate("甲乙丙丁"))


def test_the_same_text_is_a_duplicate_of_the_first():
    assert [(d.report, d.of) for d in found(LONG, "别的文字" * 50, LONG)] == [("2", "0")]


def test_a_few_changed_characters_do_not_hide_a_copy():
    changed = LONG.replace("督促整改", "督办整改", 1)
    (one,) = found(LONG, changed)
    assert 0.9 < one.resemblance < 1


def test_redrawn_figures_do_not_hide_a_copy():
    (one,) = found(LONG, LONG.translate(str.maketrans("123456789", "987654321")))
    assert one.resemblance == 1


def test_reports_of_other_places_and_matters_are_none():
    assert not found(
        LONG, "".join(f"第{n}项工作由单位{chr(0x4E00 + n)}负责落实。" for n in range(200))
    )


def test_the_estimate_is_near_the_share_that_both_have():
    words = [chr(0x4E00 + n * 7) for n in range(2000)]
    a, b = "".join(words), "".join(words[:1000]) + "".join(chr(0x6F00 + n) for n in range(1000))
    exact = 993 / (1993 + 1993 - 993)
    assert abs(resemblance(sketch(a), sketch(b)) - exact) < 0.12


def test_texts_too_short_for_a_run_resemble_nothing():
    assert resemblance(sketch("短"), sketch("短")) == 0
