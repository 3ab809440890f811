"""Why a paragraph shows what it shows: the rule behind each code, in words and in reach of keys."""

from __future__ import annotations

from collections.abc import Sequence

from govreports.coding.coder import Coding, Evidence
from govreports.numbers.quantities import Quantity
from govreports.numbers.wording import as_printed
from govreports.report.model import Paragraph, Sentence
from publishing.pages.html import chinese
from publishing.pages.study import Repeat, Studied, Study
from publishing.pages.text import escaped
from publishing.reference import load_english

# What a code can rest on besides words listed for it.
_RESTS_ON = {
    "position.part": "the part it stands in",
    "context.preamble": "its place in the preamble",
    "context.heading": "the heading above",
    "context.motto": "a motto",
    "context.before": "the sentence before",
    "context.following": "the sentence after",
    "context.nothing": "nothing but what reports of this kind are mostly about",
    "admission.wording": "words of admission",
    "intention.wording": "words of intention",
}


def reasons(one: Studied, paragraph: Paragraph, study: Study) -> str:
    """A part that unfolds below the paragraph; empty where nothing was found."""
    items = []
    for sentence in paragraph.sentences:
        coding = one.codings.get(sentence.id)
        if coding:
            items.append(f"<li>{_coding(one, coding, study)}</li>")
    quantities = [q for q in one.quantities if paragraph.start <= q.start < paragraph.end]
    repeats = [r for r in one.repeats if paragraph.start <= r.start < paragraph.end]
    parts = [f'<ol class="codes">{"".join(items)}</ol>' if items else ""]
    if quantities:
        listed = "".join(f"<li>{_quantity(one, q)}</li>" for q in quantities)
        parts.append(f"<p>Quantities</p><ul>{listed}</ul>")
    if repeats:
        listed = "".join(f"<li>{_repeat(one, r, study)}</li>" for r in repeats)
        parts.append(f"<p>Repeated passages</p><ul>{listed}</ul>")
    if not any(parts):
        return ""
    number = paragraph.id.removeprefix("p")
    return (
        f'<details class="why screen-only"><summary>Why: codes of ¶ {number}</summary>'
        f"{''.join(parts)}</details>"
    )


def _coding(one: Studied, coding: Coding, study: Study) -> str:
    anchor = coding.sentence.id.replace(".", "-")
    number = coding.sentence.id.replace("p", "").replace(".s", ".")
    first, *others = coding.themes
    theme = study.codebook.codes[first]
    words = [
        f'<a href="#{anchor}">¶ {number}</a> '
        f'<a class="tc" data-t="{first}" href="../codebook.html#{first}">{first}</a> '
        f"{escaped(theme.en)}, {coding.move}"
    ]
    if others:
        words.append(f"also {', '.join(others)}")
    if coding.flags:
        words.append(f"flag {', '.join(coding.flags)}")
    if coding.instruments:
        named = (study.codebook.codes[name] for name in coding.instruments)
        names = ", ".join(
            f'{chinese(code.zh)}<span class="english-only"> {escaped(code.en)}</span>'
            for code in named
        )
        words.append(f"instruments: {names}")
    return "; ".join(words) + _evidence(one, coding.evidence) + _english(one, coding.sentence)


def _english(one: Studied, sentence: Sentence) -> str:
    """The working translation of the sentence, where there is one."""
    english = load_english().get(one.report.wording(sentence))
    if not english:
        return ""
    name = sentence.id.replace(".", "-")
    return (
        '<span class="english-only"><br>In English: '
        f'<span class="translation" data-of="{name}">{escaped(english)}</span>'
        " (working translation)</span>"
    )


def _evidence(one: Studied, evidence: Sequence[Evidence]) -> str:
    quotes: dict[str, list[str]] = {}
    for item in evidence:
        if not item.rule.startswith("instrument."):
            quotes.setdefault(item.rule, []).append(one.report.text[item.start : item.end])
    if not quotes:
        return '<br><span class="rule">No word of its own: coded by its place.</span>'
    told = (
        f'{_rule(rule)} <span lang="zh-Hans">'
        f"{'、'.join(escaped(quote) for quote in dict.fromkeys(found))}</span>"
        for rule, found in quotes.items()
    )
    return f'<br><span class="rule">{"; ".join(told)}</span>'


def _rule(name: str) -> str:
    """A rule in words; one of a theme leads to the theme in the codebook."""
    if name in _RESTS_ON:
        return _RESTS_ON[name]
    theme, _, rule = name.partition(".")
    link = f'<a href="../codebook.html#{escaped(theme)}">{escaped(theme)}</a>'
    return f"{link}, words of “{escaped(rule.replace('-', ' '))}”"


def _quantity(one: Studied, quantity: Quantity) -> str:
    parts = [
        f'<span lang="zh-Hans">{escaped(as_printed(one.report.text, quantity))}</span>',
        f'<span lang="zh-Hans">{escaped(quantity.measure)}</span>' if quantity.measure else "",
        quantity.kind,
        quantity.direction,
        quantity.status,
        str(quantity.year or ""),
    ]
    return ", ".join(part for part in parts if part and part != "none")


def _repeat(one: Studied, repeat: Repeat, study: Study) -> str:
    start = escaped(one.report.text[repeat.start : repeat.end][:24])
    other = study[repeat.other]
    page = "" if repeat.other == one.id else f"{other.id}.html"
    where = f"¶ {repeat.place.removeprefix('p')}" if repeat.place else "a heading"
    place = f'<a href="{page}#{repeat.place}">{escaped(other.name)}, {where}</a>'
    length = repeat.end - repeat.start
    return f'<span lang="zh-Hans">{start}…</span> ({length} characters): {place}'
