"""The reports of an issuer in a folder, from year to year: one issuer in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import matplotlib.pyplot as plt
import pandas as pd
import pyarrow as pa
from pyarrow import compute

from govreports import figures
from govreports.analysis import packaged_segmenter
from govreports.charts import draw_shares
from govreports.claims.followed import followed, followed_rates
from govreports.claims.over_time import over_time
from govreports.codebook.model import THEMES
from govreports.corpus.years import series
from govreports.folder.drawing import Drawn, legend_above, save
from govreports.folder.output import FIGURES, TABLES
from govreports.folder.tables import Parts, as_arrow, write_table
from govreports.repeats.carried import carried
from govreports.report.model import Report
from govreports.schema import frame

YEARS = ("followed", "followed_rates", "carried", "over_time")
_MOST_PLANS = 300  # on the page; all are in the table
_MOST_DRAWN = 6  # issuers; all are in the table


def write_years(
    parts: Parts,
    homes: Mapping[str, str],
    out: Path,
    register: pd.DataFrame,
    report_of: Callable[[str], Report],
    *,
    bom: bool = False,
    reuse: bool = True,
) -> None:
    """Write the tables ``series`` and ``YEARS``, empty where no issuer has two reports.

    ``homes`` has the part of each report, ``register`` is the frame of those that count, and
    ``report_of`` gives one of them, parsed. Without ``reuse`` there is no table ``carried``, and
    no share carried over in ``over_time``.
    """
    listed = series(register)
    write_table(out / TABLES, "series", [listed], bom=bom)
    made = {name: [frame(name, [])] for name in YEARS if reuse or name != "carried"}
    for own in _issuers(listed):
        for name, table in _of_issuer(own, parts, homes, report_of, reuse=reuse).items():
            made[name].append(table)
    for name, tables in made.items():
        write_table(out / TABLES, name, tables, bom=bom)


def _issuers(listed: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The series one by one; each begins with a report that none goes before."""
    first = (listed["previous"] == "") & (listed["note"] == "")
    for _, own in listed.groupby(first.cumsum(), sort=True):
        yield own


def _of_issuer(
    own: pd.DataFrame,
    parts: Parts,
    homes: Mapping[str, str],
    report_of: Callable[[str], Report],
    *,
    reuse: bool,
) -> dict[str, pd.DataFrame]:
    names = list(own.loc[own["note"] == "", "report"])
    reports = {name: report_of(name) for name in names}
    codings, quantities = (_gathered(parts, homes, names, of) for of in ("codings", "quantities"))
    # Both engines give the same tokens, and this one gives them at once.
    plans = followed(own, codings, packaged_segmenter("rjieba"))
    passages = carried(own, reports) if reuse else None
    made = {
        "followed": plans,
        "followed_rates": followed_rates(plans),
        "over_time": over_time(own, reports, codings, quantities, passages),
    }
    return made if passages is None else made | {"carried": passages}


def _gathered(parts: Parts, homes: Mapping[str, str], names: list[str], table: str) -> pd.DataFrame:
    pieces = [as_arrow(table, frame(table, []))]
    for name in names:
        piece = parts.frame(homes[name], table)
        if piece is not None:
            pieces.append(piece.filter(compute.field("report") == name))
    return frame(table, pa.concat_tables(pieces).to_pandas())


class Followed(NamedTuple):
    """What the page shows of a report that has a next one."""

    issuer: str
    report: str
    year: int
    later: str
    plans: int
    rates: dict[str, str]  # by outcome, with intervals
    carried: str  # empty where texts were not compared
    sentences: list[dict[Hashable, object]]


def shown(out: Path) -> list[Followed]:
    """What the page shows of the years, from the tables in ``out``."""
    rates, plans, times = (
        pd.read_parquet(out / TABLES / f"{name}.parquet")
        for name in ("followed_rates", "followed", "over_time")
    )
    shares = times[times["measure"] == "carried over"].set_index("report")[["value", "low", "high"]]
    left, pairs = _MOST_PLANS, []
    for report, own in rates.groupby("report", sort=False):
        first = own.iloc[0]
        by_outcome = own.set_index("outcome")[["share", "low", "high"]]
        sentences = plans[plans["report"] == report].head(left)
        left -= len(sentences)
        pairs.append(
            Followed(
                str(first["issuer"]),
                str(report),
                int(first["reporting_year"]),
                str(first["later"]),
                int(first["plans"]),
                {str(outcome): _with_interval(row) for outcome, row in by_outcome.iterrows()},
                _with_interval(shares.loc[first["later"]]) if len(shares) else "",
                sentences.astype(object).to_dict("records"),
            )
        )
    return pairs


def draw(out: Path, say: Callable[[str], str] = str) -> list[Drawn]:
    """Draw the themes of the first few issuers over the years, as ``drawing.draw`` does."""
    times = pd.read_parquet(out / TABLES / "over_time.parquet")
    themes = times[times["measure"] == "theme"].rename(columns={"value": "share"})
    drawn = []
    issuers = list(themes.groupby(["issuer", "genre"], sort=False))[:_MOST_DRAWN]
    for number, ((issuer, genre), own) in enumerate(issuers, 1):
        years = dict(zip(own["report"], own["reporting_year"].astype(str), strict=True))
        with figures.house_style():
            figure, axes = plt.subplots(figsize=(7.2, 4.6))
            draw_shares(axes, own, years)
            axes.set_yticks(range(len(THEMES)), list(reversed(THEMES)))
            legend_above(axes)
            save(figure, out / FIGURES, f"years-{number}", say)
        drawn.append(
            Drawn(
                f"{FIGURES}/years-{number}.svg",
                str(genre),
                f"Dots with intervals: themes by year, {genre} reports of {issuer}",
                f"{issuer}: shares of sentences by primary theme and year, {genre} reports."
                " Intervals (95 %) resample paragraphs of each report.",
            )
        )
    return drawn


def _with_interval(row: pd.Series) -> str:
    share, low, high = (float(value) for value in row)
    return f"{share:.0%}" if pd.isna(low) else f"{share:.0%} ({low:.0%}–{high:.0%})"
