"""What a list of masks hides is nowhere in what is written, and nothing is hidden without one."""

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreports.cli.main import main
from govreports.folder import run
from govreports.folder.batch import Input, Task, analyse
from tests.folder.invented import report

NAME = "孙淼焱"  # characters that stand nowhere else in the reports or in what is written
OTHER = "信访人孙淼焱反映的问题已经办结。\n"


def written(name: str = NAME) -> str:
    text = report("云台县", 2021)
    return text.replace(
        "二、存在问题", f"（七）{name}信访案化解情况。信访人{name}反映的问题办结。\n二、存在问题"
    )


def places(text: str) -> list[tuple[int, int]]:
    found, at = [], text.find(NAME)
    while at >= 0:
        found.append((at, at + len(NAME)))
        at = text.find(NAME, at + 1)
    return found


def analysed(folder: Path, out: Path, *options: str) -> int:
    return main(["analyze", str(folder), "--out", str(out), "--engine", "rjieba", *options])


@pytest.fixture
def folder(tmp_path) -> Path:
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a.txt").write_text(written(), encoding="utf-8")
    return inside


def mask_list(path: Path, spans: list[tuple[int, int]], file: str = "a.txt") -> Path:
    rows = "".join(f"{file},{start},{end},private person\n" for start, end in spans)
    path.write_text(f"report,start,end,reason\n{rows}", encoding="utf-8")
    return path


def everything(out: Path) -> str:
    """All that stands in a folder: names of files, texts, and the cells of Parquet tables."""
    seen = []
    for path in sorted(out.rglob("*")):
        seen.append(path.name)
        if path.suffix == ".parquet":
            seen.append(pd.read_parquet(path).to_csv())
        elif path.is_file():
            seen.append(path.read_bytes().decode("utf-8", "replace"))
    return "\n".join(seen)


def test_what_is_masked_is_nowhere_even_where_an_earlier_run_left_it(folder, tmp_path):
    out = tmp_path / "out"
    assert analysed(folder, out) == 0
    assert "淼" in everything(out)
    masks = mask_list(tmp_path / "masks.csv", places(written()))
    assert analysed(folder, out, "--mask", str(masks)) == 0
    assert not set("淼焱") & set(everything(out))
    kept = (out / "texts" / "a.txt.txt").read_text(encoding="utf-8")
    assert kept == written().replace(NAME, "■■■")
    page = (out / "reports" / "a.txt.html").read_text(encoding="utf-8")
    assert page.count("信访人■■■反映的问题办结。") == 1
    assert json.loads((out / "log.json").read_text("utf-8"))["masked_places"] == 2
    assert "2 places are masked" in (out / "index.html").read_text("utf-8")


def test_without_a_list_nothing_is_masked_and_the_page_warns(folder, tmp_path):
    out = tmp_path / "out"
    assert analysed(folder, out) == 0
    names = pd.read_csv(out / "names-to-check.csv")
    assert list(names.columns) == ["file", "start", "end", "text", "why"]
    text = (out / "texts" / "a.txt.txt").read_text(encoding="utf-8")
    assert text == written()
    assert {(row.start, row.end) for row in names.itertuples()} == set(places(text))
    page = (out / "index.html").read_text("utf-8")
    assert "2 places in 1 report may name a private person" in page
    assert NAME not in page


@pytest.mark.parametrize("options", [[], ["--bom"]])
def test_the_list_of_names_to_check_can_be_given_back_as_masks(folder, tmp_path, options):
    out = tmp_path / "out"
    analysed(folder, out, *options)
    masks = tmp_path / "checked.csv"
    masks.write_bytes((out / "names-to-check.csv").read_bytes())
    assert analysed(folder, out, "--mask", str(masks)) == 0
    assert not set("淼焱") & set(everything(out))
    assert pd.read_csv(out / "names-to-check.csv").empty


def test_a_name_that_one_report_lists_is_listed_in_all(folder, tmp_path):
    out = tmp_path / "out"
    (folder / "b.txt").write_text(
        report("石桥县", 2022, 5).replace("二、存在", f"（七）走访{NAME}家庭。\n二、存在"),
        encoding="utf-8",
    )
    assert analysed(folder, out) == 0
    names = pd.read_csv(out / "names-to-check.csv")
    assert set(names["file"]) == {"a.txt", "b.txt"}
    masks = tmp_path / "checked.csv"
    masks.write_bytes((out / "names-to-check.csv").read_bytes())
    assert analysed(folder, out, "--mask", str(masks)) == 0
    assert not set("淼焱") & set(everything(out))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("report,start\n", "line 1: the columns must be report,start,end,reason"),
        ("report,start,end,reason\nb.txt,1,2,x\n", "line 2: no report is called 'b.txt'"),
        ("report,start,end,reason\na.txt,1,99999,x\n", "line 2: 1–99999 is no span"),
        ("report,start,end,reason\na.txt,1,x,x\n", "line 2: end must be a whole number"),
        ("report,start,end,reason\na.txt,1,3,\n", "line 2: a reason is due"),
        ("report,start,end,reason\na.txt,1,3,x\na.txt,2,4,x\n", "line 3: lies across"),
        ("file,start,end,text,why\na.txt,1,3,赵某,x\n", "line 2: at 1–3 of the report stand other"),
    ],
)
def test_a_list_that_does_not_fit_is_refused_before_anything_is_read(
    folder, tmp_path, capsys, content, message
):
    masks = tmp_path / "masks.csv"
    masks.write_text(content, encoding="utf-8")
    assert analysed(folder, tmp_path / "out", "--mask", str(masks)) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("where", ["text", "other file", "file name", "link", "metadata"])
def test_a_name_left_at_another_place_is_refused_without_printing_it(
    folder, tmp_path, capsys, where
):
    spans, options = places(written()), []
    if where == "text":
        spans = spans[:1]
    elif where == "other file":
        (folder / "b.txt").write_text(report("石桥县", 2022, 5) + OTHER, encoding="utf-8")
    elif where == "file name":
        (folder / f"{NAME}.txt").write_text(report("石桥县", 2022, 5), encoding="utf-8")
    elif where == "link":
        (folder / NAME).symlink_to(tmp_path)
    else:
        given = tmp_path / "given.csv"
        given.write_text(f"file,title\na.txt,{NAME}案\n", encoding="utf-8")
        options = ["--metadata", str(given)]
    masks = mask_list(tmp_path / "masks.csv", spans)
    assert analysed(folder, tmp_path / "out", "--mask", str(masks), *options) == 2
    error = capsys.readouterr().err
    assert "also stands at others" in error
    assert not (tmp_path / "out" / "tables").exists()
    if where not in ("file name", "link"):
        assert NAME not in error


UNFIT = {
    "a mention less": lambda: places(written())[:1],
    "a place twice": lambda: [*places(written()), *places(written())],
    "no place": lambda: [(1, 99_999)],
}


@pytest.mark.parametrize("why", [*UNFIT, "metadata", "another file"])
def test_a_refused_run_leaves_nothing_unmasked_of_an_earlier_one(folder, tmp_path, why):
    out, options = tmp_path / "out", []
    assert analysed(folder, out) == 0
    (out / "mine.txt").write_text("no result of an analysis", encoding="utf-8")
    if why == "metadata":
        given = tmp_path / "given.csv"
        given.write_text("file,title\nno.txt,x\n", encoding="utf-8")
        options = ["--metadata", str(given)]
    if why == "another file":
        (folder / "b.txt").write_text(report("石桥县", 2022, 5) + OTHER, encoding="utf-8")
    spans = UNFIT.get(why, lambda: places(written()))()
    masks = mask_list(tmp_path / "masks.csv", spans)
    assert analysed(folder, out, "--mask", str(masks), *options) == 2
    assert not set("淼焱") & set(everything(out))
    assert not any((out / part).is_file() for part in ("index.html", "log.json"))
    assert not list((out / "tables").glob("*"))
    assert (out / "mine.txt").is_file()


def test_a_list_that_is_not_there_removes_nothing(folder, tmp_path):
    out = tmp_path / "out"
    assert analysed(folder, out) == 0
    before = everything(out)
    assert analysed(folder, out, "--mask", str(tmp_path / "none.csv")) == 2
    assert everything(out) == before


def test_a_list_among_the_results_is_refused_and_kept(folder, tmp_path, capsys):
    out = tmp_path / "out"
    assert analysed(folder, out) == 0
    masks = out / "names-to-check.csv"
    before = masks.read_bytes()
    assert analysed(folder, out, "--mask", str(masks)) == 2
    assert "stands where results go" in capsys.readouterr().err
    assert masks.read_bytes() == before


@pytest.mark.parametrize("masked_first", [True, False])
def test_an_interrupted_run_leaves_no_mixture(folder, tmp_path, monkeypatch, masked_first):
    out = tmp_path / "out"
    for number in range(40):
        (folder / f"b{number:02}.txt").write_text(report("石桥县", 2022, number), encoding="utf-8")
    masks = ["--mask", str(mask_list(tmp_path / "masks.csv", places(written())))]
    first, second = (masks, []) if masked_first else ([], masks)
    assert analysed(folder, out, *first) == 0

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "attempt", stopped)
    assert analysed(folder, out, *second) == 130
    assert not set("淼焱■") & set(everything(out))
    monkeypatch.undo()
    assert analysed(folder, out, *second) == 0
    assert bool(set("淼焱") & set(everything(out))) == masked_first


def test_what_a_killed_run_left_beside_its_parts_goes_before_anything_is_read(
    folder, tmp_path, monkeypatch
):
    out = tmp_path / "out"
    assert analysed(folder, out) == 0
    for left in ("texts/x.txt.part", ".parts/k.part/about.json", "tables/codings.csv.part"):
        (out / left).parent.mkdir(exist_ok=True)
        (out / left).write_text(written(), encoding="utf-8")

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "attempt", stopped)
    masks = mask_list(tmp_path / "masks.csv", places(written()))
    assert analysed(folder, out, "--mask", str(masks)) == 130
    assert not set("淼焱") & set(everything(out))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, len(report("云台县", 2021))), min_size=1, max_size=4, unique=True))
def test_masked_characters_are_in_no_frame_text_or_note_wherever_they_stand(cuts):
    text = report("云台县", 2021)
    for cut in sorted(cuts, reverse=True):
        text = text[:cut] + NAME + text[cut:]
    task = Task((Input("a", text.encode(), tuple(places(text))),), "rjieba")
    batch = analyse(task)
    seen = "".join(table.to_csv() for table in batch.frames.values())
    seen += repr(batch.read) + repr(batch.rejected)
    assert not set("淼焱") & set(seen)
