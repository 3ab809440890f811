"""Pages that show an analysed folder: one of all reports, and one for each report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
from jinja2 import Environment, PackageLoader

from govreports.atomic import write_text
from govreports.codebook.model import THEMES
from govreports.coding.confidence import GROUPS, right_by_group
from govreports.colours import THEME_COLOURS
from govreports.folder import years as over_years
from govreports.folder.batch import NAMES
from govreports.folder.drawing import draw
from govreports.folder.output import FIGURES, TABLES, report_page
from govreports.schema import frames
from govreports.web_font import can_carry, characters, face

_FONT = "characters.css"  # the Chinese font that all pages share
_MOST_LISTED = 2000  # reports on the page; all are in the table
_THIN = 0.25  # share of themes that rest on nothing from which a report is warned of


def write_page(
    out: Path,
    *,
    masked: int = 0,
    reuse: bool = True,
    passed_over: Mapping[str, int] = MappingProxyType({}),
    worded: Callable[[str], str] = str,
    say: Callable[[str], str] = str,
) -> None:
    """Write ``index.html``, its figures and a page for each report, from the tables in ``out``.

    ``masked`` is how many places are masked in them, ``reuse`` whether texts were compared,
    ``passed_over`` how many files were of kinds that are not read, by ending,
    ``worded`` puts a page into the reader's language, ``say`` what a figure says.
    """
    tables = out / TABLES
    reports, files, confidence, by_year, by_place = (
        pd.read_parquet(tables / f"{name}.parquet")
        for name in ("reports", "files", "confidence", "theme_shares", "place_shares")
    )
    rejected = pd.read_parquet(out / "rejected.parquet")
    once = reports[reports["report"].isin(files.loc[files["duplicate_of"] == "", "report"])]
    names = pd.read_parquet(out / f"{NAMES}.parquet")
    listed = reports.merge(files, on="report", how="left", sort=False)
    listed = listed.merge(confidence.drop(columns="sentences"), on="report", how="left")
    rows = {row["report"]: row for row in _records(listed)}
    for row in rows.values():
        row["page"] = report_page(Path(), row["report"]).as_posix()
    environment = _environment()
    shown = _write_reports(environment, out, rows, worded)
    page = environment.get_template("index.html").render(
        reports=list(rows.values())[:_MOST_LISTED],
        n_reports=len(reports),
        most=_MOST_LISTED,
        genres=reports["genre"].value_counts(sort=False).sort_index().to_dict(),
        years=sorted(reports["reporting_year"].dropna().astype(int).unique()),
        levels=_counted(reports["level"]),
        provinces=_counted(reports["province"]),
        figures=draw(once, by_year, by_place, out / FIGURES, say),
        warnings=_warnings(listed),
        n_names=len(names),
        n_naming=names["file"].nunique(),
        masked=masked,
        reuse=reuse,
        followed=over_years.shown(out),
        drawn_years=over_years.draw(out, say),
        rejected=_records(rejected.head(_MOST_LISTED)),
        n_rejected=len(rejected),
        passed_over={ending or "no ending": n for ending, n in passed_over.items()},
        tables=[
            (name, frames()[name].row)
            for name in sorted(frames())
            if (tables / f"{name}.csv").is_file()
        ],
    )
    page = worded(page)
    write_text(out / "index.html", page)
    if rule := face(shown | characters(page)):
        write_text(out / _FONT, rule)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("govreports.folder", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = lambda share: f"{share:.0%}" if share != "" else ""
    environment.globals.update(
        themes=THEME_COLOURS,
        theme_names=_theme_names(),
        bases=[(name.replace(" ", "_"), name) for name in GROUPS],
        right=right_by_group(),
        up="",
        carried=_FONT if can_carry() else "",
    )
    return environment


def _theme_names() -> dict[str, str]:
    from govreports.analysis import packaged_codebook

    codes = packaged_codebook().codes
    return {theme: f"{codes[theme].zh} {codes[theme].en}" for theme in THEMES}


def _write_reports(
    environment: Environment,
    out: Path,
    rows: dict[str, dict[str, Any]],
    worded: Callable[[str], str],
) -> set[str]:
    """The page of each report; the codings of one batch are in memory at a time.

    Returns the Chinese characters of all these pages.
    """
    shown: set[str] = set()
    template = environment.get_template("report.html")
    codings = pq.ParquetFile(out / TABLES / "codings.parquet")
    for group in range(codings.num_row_groups):
        piece = codings.read_row_group(group).to_pandas()
        for report, own in piece.groupby("report", sort=False):
            row = rows[str(report)]
            up = "../" * row["page"].count("/")
            page = worded(template.render(r=row, up=up, sentences=own.itertuples(index=False)))
            write_text(report_page(out, row["report"]), page)
            shown |= characters(page)
    return shown


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows for a template, missing values as empty text."""
    rows = table.astype(object).where(table.notna(), "").to_dict("records")
    return [{str(key): value for key, value in row.items()} for row in rows]


def _counted(column: pd.Series) -> dict[str, int]:
    known = column[column != ""]
    return {str(name): int(n) for name, n in known.value_counts(sort=False).sort_index().items()}


def _warnings(listed: pd.DataFrame) -> list[tuple[str, list[str]]]:
    """What a reader should know before using the figures, each with the reports it concerns."""
    unlike = (
        "of neither of the two kinds that are known, and may be no report; the themes are those of"
        " law-based government all the same"
    )
    copies = (
        "another report, whole or nearly: left out of pooled figures, in which the one whose file"
        " name comes first counts"
    )
    found = (  # verbs for one report and for several, what is said, and of which
        ("repeats", "repeat", copies, listed["duplicate_of"] != ""),
        (
            *("repeats", "repeat"),
            "nearly all of a report on another year or of another issuer; both count",
            listed["carried_from"] != "",
        ),
        (
            *("may have", "may have"),
            "lost something in reading; the notes say what",
            listed["notes"] != "",
        ),
        ("states", "state", "no year that could be read", listed["reporting_year"].isna()),
        ("states", "state", "no issuer that could be read", listed["issuer"] == ""),
        ("is", "are", unlike, listed["genre"] == "other"),
        (
            *("has", "have"),
            f"themes of which {_THIN:.0%} or more rest on nothing",
            listed["nothing"] >= _THIN,
        ),
    )
    return [
        (f"{one if where.sum() == 1 else many} {what}", list(listed.loc[where, "report"]))
        for one, many, what, where in found
        if where.any()
    ]
