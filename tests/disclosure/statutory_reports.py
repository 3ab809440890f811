"""Invented disclosure reports: the three tables with numbers that add up, in every layout."""

from __future__ import annotations

import random

from govreports.disclosure.form import TOTAL, forms

ACTIVE, REQUESTS, REVIEW = forms()
NUMBERS = "一二三四五六七"
Table = dict[tuple[str, str], list[object]]  # (group, row) → one printed value a column
Tables = dict[str, Table]


def tables(seed: int) -> Tables:
    """The three tables, whole, with invented numbers that make their totals."""
    draw = random.Random(seed)
    active: Table = {
        (row.group, row.label): [draw.randrange(90) for _ in ACTIVE.columns[row.section]]
        for row in ACTIVE.rows
    }
    active["", "行政事业性收费"] = [draw.randrange(10**5) / 100]
    results = [row for row in REQUESTS.rows if row.group and row.label != TOTAL]
    requests: Table = {}
    for row in results:
        requests[row.group, row.label] = _whole([draw.choice((0, 0, 0, 1, 7)) for _ in range(6)])
    done = [sum(column) for column in zip(*requests.values(), strict=True)]
    left = _whole([draw.randrange(3) for _ in range(6)])
    before = _whole([min(2, part + rest) for part, rest in zip(done[:6], left[:6], strict=True)])
    new = [a + b - c for a, b, c in zip(done, left, before, strict=True)]
    whole: Table = {("", REQUESTS.rows[0].label): new, ("", REQUESTS.rows[1].label): before}
    whole |= requests
    whole["本年度办理结果", TOTAL] = done
    whole["", REQUESTS.rows[-1].label] = left
    review: Table = {
        (row.group, row.label): _whole([draw.randrange(9) for _ in range(4)]) for row in REVIEW.rows
    }
    return {ACTIVE.title: active, REQUESTS.title: whole, REVIEW.title: review}


def _whole(parts: list[int]) -> list[int]:
    return [*parts, sum(parts)]


def expected(made: Tables) -> dict[tuple[str, str, str, str], object]:
    """Every cell by table, group, row and column."""
    found = {}
    for form in forms():
        rows = {(row.group, row.label): row for row in form.rows}
        for key, values in made[form.title].items():
            columns = form.columns[rows[key].section]
            for column, value in zip(columns, values, strict=True):
                found[(form.title, *key, column.label)] = value
    return found


def report(made: Tables, layout: str) -> str:
    """A report whose tables are set one cell a line, with tabs, as Markdown, by blanks, or headed.

    ``headed`` has all labels of a table before all its values.
    """
    parts = ["云台区2023年政府信息公开工作年度报告", "一、总体情况", "全年公开信息120条。"]
    for number, form in zip("二三四", forms(), strict=True):
        parts.append(f"{number}、{form.title}")
        lines: list[list[str]] = []
        section = None
        for row in form.rows:
            if (row.group, row.label) not in made[form.title]:
                continue
            if row.section != section and (row.section or section is None):
                section = row.section
                lines += [[section]] if section else []
                lines.append(["信息内容", *(c.label for c in form.columns[section])])
            values = [str(v) for v in made[form.title][row.group, row.label]]
            lines.append([label(form.rows, row), *values])
        parts += _set(lines, layout)
    parts += [
        "五、存在的主要问题及改进情况",
        "人员偏少，培训3次。",
        "六、其他需要报告的事项",
        "收费0元。",
    ]
    return "\n".join(parts) + "\n"


def published(made: Tables, filled: bool) -> str:
    """The second and third table with the heads and merged cells of the form, set in tabs or bars.

    ``filled``: as Markdown, where a merged cell leaves empty cells; else as tabs, where it leaves
    none below it, and lines may begin further to the right.
    """
    lines = [
        [
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "",
            "",
            "申请人情况",
        ]
        + [""] * 6,
        ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"],
        ["", "", "", "", *(column.label for column in REQUESTS.columns[""][1:6]), ""],
    ]
    opened = set()
    for row in REQUESTS.rows:
        values = [str(v) for v in made[REQUESTS.title][row.group, row.label]]
        if not row.group:
            heads = [row.label, "", ""]
        elif row.group == "本年度办理结果":
            heads = ["三、本年度办理结果" if not opened else "", row.label, ""]
        else:
            heads = ["", "" if row.group in opened else row.group, row.label]
        opened.add(row.group)
        lines.append([*heads, *values])
    review = [str(v) for row in made[REVIEW.title].values() for v in row]
    five = [column.label for column in REVIEW.columns[""]]
    more = [
        ["行政复议", "", "", "", "", "行政诉讼", *[""] * 9],
        [*five, "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""],
        [*[""] * 5, *five, *five],
        review,
    ]
    parts = []
    for title, table in ((REQUESTS.title, lines), (REVIEW.title, more)):
        parts.append(f"三、{title}")
        for line in table:
            kept = line if filled else [cell for cell in line if cell]
            parts.append("| " + " | ".join(kept) + " |" if filled else "\t".join(kept))
    return "\n".join(parts) + "\n"


def label(rows, row) -> str:
    """A row's label as the form numbers it, with its group before the group's first row."""
    own = [r for r in rows if r.group == row.group]
    if not row.group or row.group == "本年度办理结果":
        return row.label
    first = f"（三）{row.group}\t" if own[0] == row else ""
    return f"{first}{own.index(row) + 1}.{row.label}"


def _set(lines: list[list[str]], layout: str) -> list[str]:
    if layout == "tab":
        return ["\t".join(line) for line in lines]
    if layout == "markdown":
        bars = ["| " + " | ".join(line).replace("\t", " | ") + " |" for line in lines]
        return [bars[0], "|---|---|", *bars[1:]]
    if layout == "blanks":
        return ["   ".join(line).replace("\t", "  ") for line in lines]
    if layout == "spaced":  # a blank line after every cell
        return [cell + "\n" for line in lines for cell in "\t".join(line).split("\t")]
    cells = [cell for line in lines for cell in "\t".join(line).split("\t")]
    if layout == "headed":
        return sorted(cells, key=lambda cell: cell.replace(".", "").isdigit())
    return cells


LAYOUTS = ("lines", "spaced", "tab", "markdown", "blanks")
