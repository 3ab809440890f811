"""Rates against numerator and denominator, rates of change against the ends of the change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govreports.numbers.quantities import Quantity
from govreports.numbers.reckoning import Check, Verdict, agrees, make, number, only_base

_NEAR = 30  # numbers before a rate among which its counts are looked for
# What a rate is a rate of: by the verb that names it, words that its base must have.
_BASES = {
    "受理": ("收", "申请", "登记", "举报", "投诉"),
    "结": ("受理", "收案", "新收", "立案"),
    "成功": ("受理", "纠纷", "调解"),
    "化解": ("受理", "纠纷", "排查", "信访", "走访", "交办"),
    "调处": ("受理", "纠纷", "排查"),
    "和解": ("受理", "案件", "纠纷"),
    "办理": ("受理", "收", "申请"),
    "办复": ("建议", "提案"),
    "合格": ("抽检", "抽查", "检测", "考试", "参加"),
    "占": ("",),
}


def changes(sentence: Sequence[Quantity]) -> Iterator[Check]:
    """A rate of change against the two ends of the change: 由15天减少至7天,减幅53.3%."""
    ends = [q for q in sentence if q.change in ("from", "to")]
    for rate in sentence:
        earlier = [q for q in ends if q.start < rate.start]
        if rate.kind != "change" or len(earlier) < 2:
            continue
        old, new = earlier[-2:]
        if (old.change, new.change) != ("from", "to") or not old.value_base:
            continue
        computed = abs(new.value_base - old.value_base) / old.value_base * 100
        same = agrees(float(rate.value), computed, rate.text)
        low, high = sorted((number(old.value_base), number(new.value_base)), key=float)
        reckoning = f"({high} − {low}) / {number(old.value_base)} = {computed:.2f}%"
        # 平均压缩75% averages over more than the one change that is told.
        verdict: Verdict = "agree" if same else "open"
        yield make("change", verdict, reckoning, rate, computed, (old, new))


def rates(paragraph: Sequence[Quantity]) -> Iterator[Check]:
    """Rates against numerator and denominator: 受理纠纷2997起,调处成功2642起,成功率达88.2%."""
    for k, rate in enumerate(paragraph):
        if rate.kind != "percentage" or rate.bound or len(rate.measures) != 1:
            continue
        counts = [q for q in paragraph[max(0, k - _NEAR) : k] if q.kind == "count" and not q.change]
        here = [q for q in counts if q.sentence == rate.sentence]
        numerator = _numerator(rate, here)
        if numerator is None:
            continue
        bases = [
            q for q in counts
            if q.start < numerator.start and q.unit_base == numerator.unit_base and q.value_base > 0
        ]  # fmt: skip
        near = [q for q in bases if q.sentence == rate.sentence]
        if not near:
            # A base in an earlier sentence is believed only where it explains the rate.
            fitting = [q for q in bases if _fits(rate, numerator, q)]
            near = fitting if len(rate.text.partition(".")[2]) else []
        if not near:
            continue
        base = next((q for q in reversed(near) if _fits(rate, numerator, q)), near[-1])
        computed = numerator.value_base / base.value_base * 100
        if computed > 100 and rate.value <= 100:
            continue
        verdict: Verdict = "disagree" if _tied(rate, base) else "open"
        if _fits(rate, numerator, base):
            verdict = "agree"
        # That one of several bases explains the rate does not prove that it is the base.
        others = [q for q in near if q is not base and numerator.value_base <= q.value_base]
        reckoning = ", but ".join(_share(numerator, q) for q in (base, *others))
        if verdict != "agree":
            reckoning += _would_fit(rate, numerator)
        yield make("rate", verdict, reckoning, rate, computed, (numerator, base))


def _share(numerator: Quantity, base: Quantity) -> str:
    part, whole = numerator.value_base, base.value_base
    return f"{number(part)} / {number(whole)} = {part / whole * 100:.2f}%"


def _would_fit(rate: Quantity, numerator: Quantity) -> str:
    """The base that the stated rate would need, where only one whole number is possible."""
    base = only_base(float(numerator.value_base), float(rate.value), rate.text)
    if base is None:
        return ""
    return f"; {number(numerator.value_base)} / {number(base)} would be {rate.text}%"


def _fits(rate: Quantity, numerator: Quantity, base: Quantity) -> bool:
    computed = numerator.value_base / base.value_base * 100
    return agrees(float(rate.value), computed, rate.text)


def _numerator(rate: Quantity, counts: Sequence[Quantity]) -> Quantity | None:
    """The count before a rate whose wording has the verb that the rate is named by."""
    name, share, _ = rate.measures[0].partition("占")
    name = name.rstrip("率比")
    ends = range(len(name) - 1) if share else range(max(0, len(name) - 2), -1, -2)[:2]
    stems = {name[i : i + 2] for i in ends}
    shared = [
        (sum(stem in q.measure for stem in stems), k)
        for k, q in enumerate(counts)
        if not q.measure.startswith(("未", "不予")) or name.startswith(("未", "不"))
    ]
    best = max(shared, default=(0, -1))
    # 结收案比 sets what was closed against what was received.
    if best[0] and not name.startswith("结收"):
        return counts[best[1]]
    # 结收案比 and 结案率 speak of what was closed.
    closed = [q for q in counts if name.startswith("结") and q.measure.endswith(("结", "结案"))]
    return closed[-1] if closed else None


def _tied(rate: Quantity, base: Quantity) -> bool:
    """Whether the base is by its wording what the rate is a rate of."""
    name = rate.measures[0]
    return any(
        verb in name and any(word in base.measure for word in words)
        for verb, words in _BASES.items()
    )
