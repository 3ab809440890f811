"""A page that shows an analysed folder: figures, tables, and a line for each report."""

from __future__ import annotations

from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # a command draws to files, whatever screen there is
import matplotlib.pyplot as plt
import pandas as pd
from jinja2 import Environment, PackageLoader

from govreports import figures
from govreports.codebook.model import THEMES
from govreports.folder import years as over_years
from govreports.folder.batch import NAMES
from govreports.folder.tables import write_text
from govreports.schema import frames

_MOST_LISTED = 2000  # reports on the page; all are in the table


def write_page(out: Path, *, masked: int = 0) -> None:
    """Write ``index.html`` and the figures it shows, from the tables in ``out``.

    ``masked`` is how many places are masked in them.
    """
    tables = out / "tables"
    reports = pd.read_parquet(tables / "reports.parquet")
    files = pd.read_parquet(tables / "files.parquet")
    shares = pd.read_parquet(tables / "theme_shares.parquet")
    rejected = pd.read_parquet(out / "rejected.parquet")
    names = pd.read_parquet(out / f"{NAMES}.parquet")
    drawn = _draw(reports, shares, out / "figures")
    environment = Environment(
        loader=PackageLoader("govreports.folder", "templates"), autoescape=True
    )
    listed = reports.merge(files, on="report", how="left", sort=False)
    years = reports["reporting_year"].dropna()
    page = environment.get_template("index.html").render(
        reports=listed.astype(object)
        .where(listed.notna(), "")
        .head(_MOST_LISTED)
        .to_dict("records"),
        n_reports=len(reports),
        most=_MOST_LISTED,
        genres=reports["genre"].value_counts().to_dict(),
        years=(int(years.min()), int(years.max())) if len(years) else None,
        figures=drawn,
        rejected=rejected.head(_MOST_LISTED).to_dict("records"),
        n_rejected=len(rejected),
        n_names=len(names),
        n_naming=names["file"].nunique(),
        masked=masked,
        followed=over_years.shown(out),
        n_duplicates=int((files["duplicate_of"] != "").sum()),
        tables=[
            (name, frames()[name].row)
            for name in sorted(path.stem for path in tables.glob("*.csv"))
        ],
    )
    write_text(out / "index.html", page)


def _draw(reports: pd.DataFrame, shares: pd.DataFrame, folder: Path) -> list[dict[str, str]]:
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    with figures.house_style():
        for genre, own in shares.groupby("genre", sort=True):
            name = f"themes-{genre}"
            _themes_by_year(own, folder, name)
            drawn.append(
                {
                    "file": f"figures/{name}.svg",
                    "alt": f"Grid of themes by year: mean shares of sentences in {genre} reports",
                    "caption": (
                        f"Mean share of sentences by primary theme and year, {genre} reports; "
                        "each report counts alike. Intervals are in the table theme_shares."
                    ),
                }
            )
        _reports_by_year(reports, folder)
        followed = over_years.draw(folder.parent)
    drawn.append(
        {
            "file": "figures/reports.svg",
            "alt": "Bars: reports by year and genre",
            "caption": "Reports by year reported on and genre.",
        }
    )
    return [*drawn, *followed]


def _themes_by_year(shares: pd.DataFrame, folder: Path, name: str) -> None:
    dated = shares.assign(year=_years(shares["reporting_year"]))
    years = sorted(dated["year"].unique())
    wide = dated.pivot(index="theme", columns="year", values="share").loc[list(THEMES), years]
    sizes = dated.groupby("year")["reports"].first()
    figure, axes = plt.subplots(figsize=(max(4.0, 1.6 + 0.7 * len(years)), 4.6))
    figures.cell_grid(axes, wide, [[f"{v:.0%}" for v in row] for row in wide.to_numpy()])
    axes.set_yticks(range(len(THEMES)), list(THEMES))
    axes.set_xticks(range(len(years)), [f"{year}\n({sizes[year]})" for year in years])
    figures.save(figure, folder, name)


def _reports_by_year(reports: pd.DataFrame, folder: Path) -> None:
    dated = reports.assign(year=_years(reports["reporting_year"]))
    counted = pd.crosstab(dated["year"], dated["genre"])
    figure, axes = plt.subplots(figsize=(7.2, 3.2))
    below = pd.Series(0, index=counted.index)
    for genre in counted.columns:
        axes.bar(counted.index, counted[genre], bottom=below, label=genre)
        below = below + counted[genre]
    axes.yaxis.set_major_locator(plt.MaxNLocator(integer=True))
    axes.tick_params(axis="x", rotation=45 if len(counted) > 10 else 0)
    axes.legend()
    figures.save(figure, folder, "reports")


def _years(column: pd.Series) -> pd.Series:
    return column.astype("string").fillna("no year")
