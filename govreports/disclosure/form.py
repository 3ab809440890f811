"""The form of the three tables: their rows and columns, and how their labels are recognised.

The form is the 中华人民共和国政府信息公开工作年度报告格式 of 26 September 2021, which the office
for government information of the General Office of the State Council issued
(国办公开办函〔2021〕30号).
It is kept as data: ``data/disclosure_rows.csv`` and ``data/disclosure_columns.csv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from govreports.errors import DataError
from govreports.report import folding
from govreports.tables import packaged, read_rows

TOTAL = "总计"
_DROPPED = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]")
_NUMBERED = re.compile("^(?:附?表?[0-9一二三四五六七八九十]{1,2})?")
_WHOLE = 2  # labels so short must be a whole cell: 其他, 总计, 规章


class Row(NamedTuple):
    """A row of the form, or a group of rows, which stands for them where they are left out."""

    label: str
    group: str
    section: str
    names: tuple[str, ...]  # folded, as they may be printed
    children: tuple[str, ...] = ()  # of a group


class Column(NamedTuple):
    """A column of the form; ``parts`` of a column that is a group of columns."""

    label: str
    unit: str
    names: tuple[str, ...]
    parts: tuple[str, ...] = ()


class Form(NamedTuple):
    """One table of the form. Its sections have columns of their own; most tables have one."""

    title: str
    rows: tuple[Row, ...]
    groups: tuple[Row, ...]
    columns: dict[str, tuple[Column, ...]]  # by section
    wholes: dict[str, Column]  # groups of columns by label

    def place(self, row: Row) -> int:
        """Where a row stands in the form; a group stands where its first row does."""
        if row.children:
            return next(k for k, other in enumerate(self.rows) if other.group == row.label)
        return self.rows.index(row)


def fold(text: str) -> str:
    """A label for comparison: no blanks and marks, half-width digits, simplified characters.

    >>> fold("（一） 予以 公开"), fold("３．危及“三安全一稳定”")
    ('一予以公开', '3危及三安全一稳定')
    """
    return _DROPPED.sub("", folding.fold(text))


def bare(folded: str) -> str:
    """A folded label without the number before it.

    >>> bare("一予以公开"), bare("3其他"), bare("表二主动公开政府信息情况")
    ('予以公开', '其他', '主动公开政府信息情况')
    """
    return _NUMBERED.sub("", folded, count=1)


@cache
def forms() -> tuple[Form, ...]:
    """The tables of the form, in order; raise `DataError` where the data are malformed."""
    source = packaged("disclosure_rows.csv")
    listed = list(read_rows(source, ("table", "section", "group", "row", "also")))
    named = list(
        read_rows(
            packaged("disclosure_columns.csv"),
            ("table", "section", "group", "column", "also", "unit"),
        )
    )
    made: list[Form] = []
    for title in dict.fromkeys(row["table"] for _, row in listed):
        own = [row for _, row in listed if row["table"] == title]
        columns = [row for _, row in named if row["table"] == title]
        rows = tuple(
            Row(r["row"], r["group"], r["section"], _names(r["row"], r["also"])) for r in own
        )
        sections = {
            section: tuple(
                Column(c["column"], c["unit"], _names(c["column"], c["also"]))
                for c in columns
                if c["section"] == section
            )
            for section in dict.fromkeys(row.section for row in rows)
        }
        if not all(sections.values()):
            raise DataError(f"{source}: a section of {title} has no columns")
        made.append(Form(title, rows, _groups(rows), sections, _wholes(columns)))
    return tuple(made)


def _names(label: str, also: str) -> tuple[str, ...]:
    return tuple(fold(name) for name in (label, *filter(None, also.split(";"))))


def _groups(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(
        Row(
            group, "", next(r.section for r in rows if r.group == group), (fold(group),),
            tuple(r.label for r in rows if r.group == group),
        )
        for group in dict.fromkeys(row.group for row in rows if row.group)
    )  # fmt: skip


def _wholes(columns: list[dict[str, str]]) -> dict[str, Column]:
    return {
        group: Column(
            group, "", (fold(group),), tuple(c["column"] for c in columns if c["group"] == group)
        )
        for group in dict.fromkeys(c["group"] for c in columns if c["group"])
    }


class Found(NamedTuple):
    """A label of the form that was found among printed words, and where its words begin."""

    place: int  # an index into the words' folded characters
    row: Row


@cache
def _pattern(title: str) -> tuple[re.Pattern[str], dict[str, Row]]:
    """A pattern for the longer labels of a table, the longest first, and whose they are."""
    form = next(form for form in forms() if form.title == title)
    names = {
        name: row for row in (*form.groups, *form.rows) for name in row.names if len(name) > _WHOLE
    }
    longest = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), names


def labels(form: Form, words: list[str], begun: bool) -> list[Found]:
    """The rows that consecutive printed words (folded) name, in order of place.

    A label may be broken over several words; a short one (其他) must be a word of its own, and one
    that names a column too counts as a row only once the rows have ``begun``.

    >>> requests = forms()[1]
    >>> words = ["其他", "三不予公开", "1属于国", "家秘密", "3其他"]
    >>> [found.row.label for found in labels(requests, words, False)]
    ['不予公开', '属于国家秘密', '其他']
    """
    pattern, names = _pattern(form.title)
    found = [Found(m.start(), names[m[0]]) for m in pattern.finditer("".join(words))]
    first = 0 if begun else min((item.place for item in found), default=len("".join(words)))
    heads = {name for c in form.columns.values() for column in c for name in column.names}
    short = {name: row for row in form.rows for name in row.names if len(name) <= _WHOLE}
    place = 0
    for word in words:
        name = bare(word)
        if name in short and (place >= first or name not in heads):
            found.append(Found(place, short[name]))
        place += len(word)
    kept: list[Found] = []
    for item in sorted(found, key=lambda item: item.place):
        if not kept or kept[-1].row != item.row:  # 没有现成信息 and 需要另行制作 are one label
            kept.append(item)
    return kept


def printed_columns(form: Form, section: str, head: str) -> tuple[Column, ...]:
    """The columns that the folded words above a section's rows name, in the order of the form.

    A group of columns counts where none of its parts is named.
    """
    found: list[Column] = []
    for column in form.columns[section]:
        whole = next((w for w in form.wholes.values() if column.label in w.parts), None)
        rest = head.replace(whole.names[0], "") if whole else head
        if any(name in rest for name in column.names):
            found.append(column)
        elif whole and whole.parts[0] == column.label and whole.names[0] in head:
            found.append(whole)
    named = {column.label for column in found}
    return tuple(c for c in found if not (c.parts and named.intersection(c.parts)))
