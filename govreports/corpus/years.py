"""Several reports of one issuer: which of them follow one another, year by year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from govreports.report.folding import fold
from govreports.schema import frame

_SPACE = re.compile(r"\s+")
_ONE_NAME = (("人民政府", "政府"), ("管理委员会", "管委会"))
# 省人民政府, as a work report signs: of any province, so that it tells nobody apart.
_ANY = re.compile(
    "[本我]?(?:省|市|区|县|州|旗|盟|镇|乡|街道|新区|开发区|自治[区州县旗])?(?:政府|管委会|办事处)?(?:办公室)?"
)


class Successive(NamedTuple):
    """A report and the one that its issuer wrote on the year after."""

    issuer: str
    genre: str
    report: str
    reporting_year: int
    later: str


def same_issuer(issuer: str) -> str:
    """The name under which issuers are compared: blanks and widths aside, short forms.

    >>> same_issuer("青岗县 人民政府") == same_issuer("青岗县政府")
    True
    """
    name = _SPACE.sub("", fold(issuer))
    for long, short in _ONE_NAME:
        name = name.replace(long, short)
    return name


def series(register: pd.DataFrame) -> pd.DataFrame:
    """The reports of issuers that have several of one genre, by year (frame ``series``).

    ``register`` is a frame ``reports``. Where the issuer is not known, or named without its place
    (市政府), the place whose government reports stands for it; a report without both is in none.
    Genres are never put into one series. Of two reports on one year the longer is followed (of
    two as long, the first of the register); the other has no ``previous`` and says so in ``note``.
    """
    known = ~register["issuer"].map(same_issuer).str.fullmatch(_ANY)
    named = register["issuer"].where(known, register["jurisdiction"])
    dated = register.assign(shown=named, key=named.map(same_issuer))
    dated = dated[(dated["key"] != "") & dated["reporting_year"].notna()]
    rows: list[tuple[object, ...]] = []
    for (_, genre), own in dated.groupby(["key", "genre"], sort=False):
        if own["reporting_year"].nunique() < 2:
            continue
        ordered = own.sort_values(
            ["reporting_year", "characters"], ascending=[True, False], kind="stable"
        )
        issuer, before, last = str(ordered["shown"].iloc[0]), "", 0
        for name, year in zip(
            ordered["report"], ordered["reporting_year"].astype(int), strict=True
        ):
            if before and last == year:
                note = f"{before} is followed for this year"
                rows.append((issuer, genre, year, name, "", None, note))
                continue
            rows.append((issuer, genre, year, name, before, year - last if before else None, ""))
            before, last = str(name), year
    return frame("series", rows)


def successive(series: pd.DataFrame) -> Iterator[Successive]:
    """The pairs of reports on a year and on the very next one: plans are made for one year."""
    years = series.set_index("report")["reporting_year"]
    for row in series[series["years"] == 1].itertuples():
        before = str(row.previous)
        yield Successive(
            str(row.issuer), str(row.genre), before, int(years[before]), str(row.report)
        )
