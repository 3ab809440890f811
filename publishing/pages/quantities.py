"""Every quantity of the reports as one table, and below it the numerals that were set aside.

The tables are complete as they stand; a script only adds sorting and filters. Quantity
``p12.s3.q2`` of a report has the address ``#q-<report>-p12-s3-q2``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from govreports.numbers.occurrences import REASONS
from govreports.numbers.quantities import Quantity, Rejected, not_quantities
from govreports.numbers.wording import as_printed
from govreports.report.model import Sentence
from publishing.pages.html import Html, cell, chinese, place
from publishing.pages.study import Studied, Study
from publishing.pages.text import escaped, raw_html

_PAGE = """---
html_theme.sidebar_secondary.remove: true
---

# All quantities

Every number that the reports give with something it counts or measures, as it was read: what is
measured, whose it is, for which time, of which kind, and whether it is reported, a target or a
standard. Each number has an address of its own, and each place leads to its sentence.

{quantities}

{set_aside}
"""
_SET_ASIDE = """<h2 id="numerals-set-aside">Numerals set aside</h2>
<p>Numerals that count nothing are no quantities: dates, ordinals, names and the like. Each is
listed with the reason and the words around it.</p>"""
_HEAD = ("Number", "Report", "What is measured", "Whose", "Time", "Kind", "Status", "How exact",
         "Clause", "Place")  # fmt: skip
_HEAD_SET_ASIDE = ("Numeral", "Report", "Reason", "In its context", "Place")
_AROUND = 16


def quantities_page(study: Study) -> str:
    """The page, as MyST with tables in HTML."""
    found = [(one, quantity) for one in study.reports for quantity in one.quantities]
    rows = [_row(one, quantity, order) for order, (one, quantity) in enumerate(found)]
    script = '<script src="../../_static/js/tables.js" defer></script>'
    listed = _table(_HEAD, rows, caption="All quantities", kind="quantities")
    return _PAGE.format(
        quantities=raw_html(
            f'<div class="screen-only">{_form(study)}'
            f'<p class="table-count" role="status" aria-live="polite">{len(rows)} quantities</p>'
            f"{listed}</div>{script}"
        ),
        set_aside=raw_html(f'<div class="screen-only">{_set_aside(study)}</div>'),
    )


def _row(one: Studied, quantity: Quantity, order: int) -> Html:
    anchor = f"q-{one.id}-{quantity.id.replace('.', '-')}"
    number = Html(f'<a href="#{anchor}">{chinese(as_printed(one.report.text, quantity))}</a>')
    exact = ["approximate"] * quantity.approx
    exact += [f"{quantity.bound} bound"] if quantity.bound else []
    kinds = {"report": one.id, "kind": quantity.kind, "status": quantity.status}
    data = "".join(f' data-{name}="{escaped(value)}"' for name, value in kinds.items())
    cells = [
        (one.name, ""),
        (chinese("、".join(quantity.measures) or quantity.measure), ""),
        (chinese(quantity.subject) or "the issuer", ""),
        (quantity.period or quantity.year or "", ""),
        (quantity.kind, ""),
        (quantity.status, ""),
        (", ".join(exact), ""),
        (chinese(quantity.quote), ""),
        (_place(one, quantity.sentence), f"{order}"),
    ]
    return _cells(anchor, data, (number, f"{float(quantity.value_base):g}"), cells)


def _set_aside(study: Study) -> str:
    rows: list[Html] = []
    reasons = Counter[str]()
    for one in study.reports:
        sentences = {sentence.id: sentence for sentence in one.report.sentences}
        places: defaultdict[str, int] = defaultdict(int)
        for rejected in not_quantities(one.report):
            places[rejected.sentence] += 1
            reasons[rejected.reason] += 1
            anchor = (
                f"n-{one.id}-{rejected.sentence.replace('.', '-')}-n{places[rejected.sentence]}"
            )
            number = Html(f'<a href="#{anchor}">{chinese(rejected.text)}</a>')
            cells = [
                (one.name, ""),
                (rejected.reason, ""),
                (_context(one, sentences[rejected.sentence], rejected), ""),
                (_place(one, rejected.sentence), f"{len(rows)}"),
            ]
            rows.append(_cells(anchor, "", (number, ""), cells))
    meanings = "".join(
        f"<li><b>{escaped(reason)}</b> ({count}): {escaped(REASONS.get(reason, reason))}</li>"
        for reason, count in reasons.most_common()
    )
    return (
        f"{_SET_ASIDE}<p>{len(rows)} numerals</p>"
        '<details class="why"><summary>What the reasons mean</summary>'
        f"<ul>{meanings}</ul></details>"
        f"{_table(_HEAD_SET_ASIDE, rows, caption='Numerals set aside', kind='set-aside')}"
    )


def _context(one: Studied, sentence: Sentence, rejected: Rejected) -> Html:
    """The numeral with the words of its sentence around it, page furniture left out."""
    parts = sentence.parts or ((sentence.start, sentence.end),)
    first, last = next(part for part in parts if part[0] <= rejected.start < part[1])
    start, end = max(first, rejected.start - _AROUND), min(last, rejected.end + _AROUND)
    text = one.report.text
    before, after = text[start : rejected.start], text[rejected.end : end]
    return Html(
        f'<span lang="zh-Hans">{"…" * (start > first)}{escaped(before)}'
        f"<b>{escaped(rejected.text)}</b>{escaped(after)}{'…' * (end < last)}</span>"
    )


def _place(one: Studied, unit: str) -> Html:
    return Html(place(one.id, "", unit).replace(">, ¶", ">¶"))


def _cells(
    anchor: str, data: str, first: tuple[object, str], others: Iterable[tuple[object, str]]
) -> Html:
    """A row; what a cell sorts by stands beside its content where it is another thing."""
    made = [f'<th scope="row"{_sorts(first[1])}>{cell(first[0])}</th>']
    made += [f"<td{_sorts(by)}>{cell(value)}</td>" for value, by in others]
    return Html(f'<tr id="{escaped(anchor)}"{data}>{"".join(made)}</tr>')


def _sorts(by: str) -> str:
    return f' data-sort="{escaped(by)}"' if by else ""


def _table(head: Iterable[str], rows: Iterable[Html], *, caption: str, kind: str) -> str:
    top = "".join(f'<th scope="col">{escaped(label)}</th>' for label in head)
    return (
        f'<div class="table-scroll long" tabindex="0" role="region"'
        f' aria-label="{escaped(caption)}">'
        f'<table class="sortable {kind}"><thead><tr>{top}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _form(study: Study) -> str:
    """The filters; hidden until the script that serves them runs."""
    found = [quantity for one in study.reports for quantity in one.quantities]
    selects = [
        _select("report", "Report", ((one.id, one.name) for one in study.reports)),
        _select("kind", "Kind", _options(quantity.kind for quantity in found)),
        _select("status", "Status", _options(quantity.status for quantity in found)),
    ]
    return (
        '<form class="table-filter" hidden role="search" aria-label="Filter the quantities"><p>'
        f"{''.join(selects)}"
        '<label>Text <input name="q" type="search" autocomplete="off"></label>'
        '<button type="reset">Show all</button></p></form>'
    )


def _options(values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The values, the most frequent first."""
    yield from ((value, value) for value, _ in Counter(values).most_common())


def _select(name: str, label: str, options: Iterable[tuple[str, str]]) -> str:
    listed = "".join(
        f'<option value="{escaped(value)}">{escaped(text)}</option>' for value, text in options
    )
    return (
        f'<label>{label} <select name="{name}"><option value="">all</option>{listed}</select>'
        "</label>"
    )
