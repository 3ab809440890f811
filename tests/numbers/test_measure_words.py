"""The table of units."""

from govreports.numbers.measure_words import KINDS, unit_at, units


def test_every_unit_has_a_known_kind_and_is_no_blank():
    assert {u.kind for u in units().values()} <= set(KINDS)
    assert all(name == name.strip() and name for name in units())


def test_the_longest_unit_wins():
    assert unit_at("人次参加", 0).unit == "人次"
    assert unit_at("平方公里", 0).unit == "平方公里"


def test_the_beginning_of_another_word_is_no_unit():
    for word in ("起诉", "所有", "家庭", "条例", "处理", "人民"):
        assert unit_at(word, 0) is None, word


def test_after_ge_only_what_may_stand_there():
    assert unit_at("工作日内", 0, after_ge=True).unit == "工作日"
    assert unit_at("家", 0, after_ge=True) is None
