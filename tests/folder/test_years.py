"""A folder that holds several years of an issuer shows them one after the other."""

import pandas as pd
import pytest

from govreports.cli.main import main
from govreports.folder.years import YEARS
from govreports.schema import frames
from tests.folder.invented import report


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("years")
    inside = folder / "in"
    inside.mkdir()
    for number, (place, year) in enumerate(
        [("石桥县", 2020), ("石桥县", 2021), ("石桥县", 2023), ("云台县", 2021)]
    ):
        text = report(place, year, 3 * number + 1).replace("加强队伍建设", "<b>加强</b>队伍建设")
        (inside / f"{place}{year}.txt").write_text(text, encoding="utf-8")
    arguments = ["analyze", str(inside), "--out", str(folder / "out"), "--engine", "rjieba"]
    assert main(arguments) == 0
    return folder / "out"


@pytest.mark.parametrize("name", ["series", *YEARS])
def test_each_table_has_the_columns_of_the_schema(out, name):
    made = pd.read_parquet(out / "tables" / f"{name}.parquet")
    assert {c: str(t) for c, t in made.dtypes.items()} == frames()[name].dtypes
    assert len(made) > 0


def test_the_years_of_an_issuer_are_in_order_with_the_gap_between(out):
    series = pd.read_parquet(out / "tables" / "series.parquet")
    assert series["reporting_year"].tolist() == [2020, 2021, 2023]
    assert series["years"].tolist()[1:] == [1, 2]
    assert set(series["issuer"]) == {"石桥县人民政府"}


def test_a_plan_that_is_planned_again_is_shown_with_its_sentence(out):
    plans = pd.read_parquet(out / "tables" / "followed.parquet")
    assert set(plans["report"]) == {"石桥县2020.txt"}
    assert plans["repeated"].all()
    page = (out / "index.html").read_text("utf-8")
    assert "From year to year" in page
    assert "repeated" in page
    assert "<b>加强" not in page


def test_shares_over_time_have_intervals_and_text_carried_over_its_places(out):
    times = pd.read_parquet(out / "tables" / "over_time.parquet")
    assert set(times["measure"]) == {"theme", "move", "quantities", "carried over"}
    assert (times["low"] <= times["value"]).all()
    assert (times["value"] <= times["high"]).all()
    themes = times[times["measure"] == "theme"].groupby("report")["value"].sum()
    assert themes.round(9).eq(1).all()
    assert not (times["report"] == "石桥县2020.txt")[times["measure"] == "carried over"].any()
    for row in pd.read_parquet(out / "tables" / "carried.parquet").itertuples():
        for name, start, end in ((row.a, row.a_start, row.a_end), (row.b, row.b_start, row.b_end)):
            text = (out / "texts" / f"{name}.txt").read_bytes().decode("utf-8")
            assert "".join(text[start:end].split()) == "".join(row.text.split())


def test_themes_over_the_years_are_drawn(out):
    assert (out / "figures" / "years-1.svg").is_file()
    assert 'src="figures/years-1.svg"' in (out / "index.html").read_text("utf-8")
