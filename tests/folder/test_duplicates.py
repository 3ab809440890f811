"""Reports saved twice are found, and different reports are not taken for one."""

import pytest

from govreports.folder.duplicates import About, repeating, resemblance, sketch
from tests.folder.invented import report


def found(*texts: str, about: list[About] | None = None):
    squeezed = ["".join(text.split()) for text in texts]
    return repeating(
        [str(n) for n in range(len(texts))],
        squeezed,
        about or [About()] * len(texts),
        [sketch(text) for text in squeezed],
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


REDRAWN = LONG.translate(str.maketrans("123456789", "987654321"))


@pytest.mark.parametrize("later", [LONG, REDRAWN])
@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        (About("2020", "甲县政府"), About("2020", "甲县政府"), False),
        (About("2020", "甲县政府"), About("2021", "甲县政府"), True),
        (About("2020", "甲县政府"), About("2020", "乙县政府"), True),
        (About("2020", ""), About("", "乙县政府"), False),
    ],
)
def test_reports_on_two_years_or_of_two_issuers_are_no_duplicates(later, one, other, counts):
    (alike,) = found(LONG, later, about=[one, other])
    assert (alike.report, alike.of, alike.counts) == ("1", "0", counts)


def test_a_copy_is_one_of_the_report_on_its_own_year():
    years = [About("2020"), About("2021"), About("2021"), About("2020")]
    alike = found(LONG, REDRAWN, REDRAWN, LONG, about=years)
    assert [(a.report, a.of, a.counts) for a in alike] == [
        ("1", "0", True),
        ("2", "1", False),
        ("3", "0", False),
    ]


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
