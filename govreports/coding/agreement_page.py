"""What the comparison of codings found, to be read: as text, and as a page of HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from unicodedata import east_asian_width

import pandas as pd
from jinja2 import Environment, PackageLoader

_COEFFICIENTS = ("agreement", "kappa", "alpha", "ac1", "pabak")
_WEIGHTED = "weighted by the chance of being drawn; the tables below count sentences"
_SCHEMES = ("primary", "move")
_NAME = 22  # columns of a terminal for the name of a coefficient


def agreement_text(
    said: Sequence[str],
    figures: pd.DataFrame,
    confused: pd.DataFrame,
    differing: pd.DataFrame,
    say: Callable[[str], str] = str,
) -> str:
    """Coefficients, confusion and every difference of each pair of codings, as plain text.

    ``figures``, ``confused`` and ``differing`` are the tables of `govreports.coding.comparison`
    for all pairs, in the order of ``said``, a line that opens each pair. ``say`` puts words into
    the reader's language; identifiers stay.
    """
    lines: list[str] = []
    for told, (_, own) in zip(said, _pairs(figures), strict=True):
        lines += [told, "", f"  {say(_WEIGHTED)}"]
        lines += [f"  {_wide(say(name))}{say(value)}" for name, value in _coefficients(own)]
        for scheme, table in _tables(confused, own):
            rows, columns = own["a"].iloc[0], own["b"].iloc[0]
            lines += ["", f"  {say(f'{scheme}: rows {rows}, columns {columns}')}"]
            lines += [f"  {line}" for line in table.to_string().splitlines()]
        lines.append("")
        for row in _of(differing, own).to_dict("records"):
            lines.append(
                f"  {row['report']} {row['sentence']} [{row['start']}, {row['end']}) "
                f"{say(row['scheme'])}: {row['code_a'] or '–'} / {row['code_b'] or '–'}"
            )
            lines.append(f"    {row['text']}")
            lines += [f"    {note}" for note in (row["note_a"], row["note_b"]) if note]
        lines.append("")
    return "\n".join(lines).rstrip()


def _wide(text: str) -> str:
    """A text filled up to the width of names; Chinese takes two columns a character."""
    return text + " " * (_NAME - sum(1 + (east_asian_width(c) in "WF") for c in text))


def agreement_page(
    said: Sequence[str],
    figures: pd.DataFrame,
    confused: pd.DataFrame,
    differing: pd.DataFrame,
) -> str:
    """The same as a page of HTML that stands alone; no text in it is markup."""
    environment = Environment(
        loader=PackageLoader("govreports.coding", "templates"), autoescape=True
    )
    pairs = [
        {
            "said": told,
            "a": own["a"].iloc[0],
            "b": own["b"].iloc[0],
            "coefficients": list(_coefficients(own)),
            "codes": list(_by_code(own)),
            "confusion": [
                (scheme, [str(code) for code in table.columns], list(table.itertuples(name=None)))
                for scheme, table in _tables(confused, own)
            ],
            "differences": _of(differing, own).to_dict("records"),
        }
        for told, (_, own) in zip(said, _pairs(figures), strict=True)
    ]
    return environment.get_template("agreement.html").render(pairs=pairs)


def _pairs(figures: pd.DataFrame) -> Iterator[tuple[Any, pd.DataFrame]]:
    return iter(figures.groupby(["a", "b"], sort=False))


def _of(table: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    return table[(table["a"] == own["a"].iloc[0]) & (table["b"] == own["b"].iloc[0])]


def _coefficients(own: pd.DataFrame) -> Iterator[tuple[str, str]]:
    whole = own[(own["code"] == "") & own["scheme"].isin(_SCHEMES)]
    for row in whole.to_dict("records"):
        if row["measure"] in _COEFFICIENTS:
            yield f"{row['scheme']} {row['measure']}", _interval(row)


def _by_code(own: pd.DataFrame) -> Iterator[dict[str, Any]]:
    by_code = own[own["code"] != ""]
    for (scheme, code), rows in by_code.groupby(["scheme", "code"], sort=False):
        told = {row["measure"]: _interval(row) for row in rows.to_dict("records")}
        first = rows.iloc[0]
        yield {
            "scheme": scheme,
            "code": code,
            "cases_a": str(first["cases_a"]),
            "cases_b": str(first["cases_b"]),
            "note": first["note"],
            **{measure: told.get(measure, "") for measure in ("precision", "recall", "f1")},
        }


def _interval(row: dict[Any, Any]) -> str:
    if pd.isna(row["value"]):
        return "undefined"
    value, low, high = (f"{round(row[name], 2) + 0.0:.2f}" for name in ("value", "low", "high"))
    return value if "nan" in (low, high) else f"{value} ({low}–{high})"


def _tables(confused: pd.DataFrame, own: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    mine = _of(confused, own)
    for scheme in _SCHEMES:
        rows = mine[mine["scheme"] == scheme]
        if rows.empty:
            continue
        order = list(dict.fromkeys([*rows["code_a"], *rows["code_b"]]))
        table = rows.pivot_table(
            index="code_a", columns="code_b", values="units", fill_value=0, aggfunc="sum"
        )
        whole = table.reindex(index=order, columns=order, fill_value=0).astype(int)
        yield scheme, whole.rename_axis(index=None, columns=None)
