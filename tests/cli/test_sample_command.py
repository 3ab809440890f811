"""``govreports sample``: a folder to code from, complete, the same each time, and safe to open."""

import csv
import io

import pytest
import yaml

from govreports.cli.main import main
from govreports.codebook.loader import load_codebook
from govreports.coding.handcodings import read_codings
from govreports.corpus.sources import corpus_reports
from tests.folder.invented import report
from tests.publishing.corpora import write_corpus
from tests.readers.documents import LAYOUTS

ATTACK = "<script>window.hit=1</script>"


@pytest.fixture
def reports(tmp_path):
    """Two reports as text in folders of their own, one as a web page, and one that is none."""
    folder = tmp_path / "reports"
    for number, place in enumerate(("云台县", "石桥县")):
        (folder / place).mkdir(parents=True)
        text = report(place, 2021, number).replace("开展", f"{ATTACK}开展")
        (folder / place / "a.txt").write_text(text, encoding="utf-8")
    (folder / "page.html").write_text(LAYOUTS["zoom"], encoding="utf-8")
    return folder


def drawn(folder):
    with (folder / "coding.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def filled(folder, codes):
    """Fill in the coding as a person would."""
    rows = [{**row, **codes} for row in drawn(folder)]
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    # As a spreadsheet saves it: with a byte-order mark and its own line ends.
    (folder / "coding.csv").write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    about = yaml.safe_load((folder / "coding.yaml").read_text("utf-8"))
    about |= {"coder": "A reader", "date": "2026-01-02"}
    (folder / "coding.yaml").write_text(yaml.safe_dump(about), encoding="utf-8")


def test_the_folder_goes_into_agreement_as_it_is(reports, tmp_path, capsys):
    out = tmp_path / "sample"
    assert main(["sample", str(reports), "--n", "12", "--out", str(out)]) == 0
    filled(out, {"primary": "T1", "move": "report"})
    files = [str(out / "coding.csv"), str(out / "rules.csv")]
    given = [*files, "--corpus", str(out), "--replicates", "10"]
    capsys.readouterr()
    assert main(["agreement", *given]) == 0
    shown = capsys.readouterr()
    assert f"{len(drawn(out))} sentences in common, 0 and 0 of one only" in shown.err
    assert shown.out


def test_the_rules_are_in_a_file_apart(reports, tmp_path):
    out = tmp_path / "sample"
    main(["sample", str(reports), "--n", "12", "--out", str(out)])
    assert not any(row["primary"] or row["themes"] or row["move"] for row in drawn(out))
    rules = read_codings(out / "rules.csv", load_codebook(), corpus_reports(out))
    assert (rules.kind, rules.date) == ("rules", "")
    assert [(unit.report, unit.sentence) for unit in rules.units] == [
        (row["report"], row["sentence"]) for row in drawn(out)
    ]
    assert {unit.report for unit in rules.units} <= {"云台县/a", "石桥县/a", "page"}
    page = (out / "sentences.html").read_text(encoding="utf-8")
    assert page.count("<section>") == len(rules.units)
    # What the rules gave is not on the page.
    assert not any(f">{unit.primary}<" in page for unit in rules.units)


def test_a_desk_can_be_had_for_the_same_sentences(reports, tmp_path, capsys):
    out = tmp_path / "sample"
    given = ["sample", str(reports), "--n", "12", "--out", str(out)]
    assert main([*given, "--desk", "../desk.html"]) == 2
    assert "ends in .html" in capsys.readouterr().err
    assert main([*given, "--desk", "desk.html"]) == 0
    said = capsys.readouterr().err
    assert f"open {out / 'desk.html'}" in said
    assert f"govreports agreement CODER.csv {out / 'rules.csv'} --corpus {out}" in said
    desk = (out / "desk.html").read_text(encoding="utf-8")
    for row in drawn(out):
        assert f'"sentence": "{row["sentence"]}"' in desk
    assert ATTACK not in desk


def test_weights_stand_for_every_sentence(reports, tmp_path):
    out = tmp_path / "sample"
    main(["sample", str(reports), "--n", "12", "--out", str(out)])
    total = sum(float(row["weight"]) for row in drawn(out))
    sentences = sum(len(one.sentences) for one in corpus_reports(out).values())
    assert total == pytest.approx(sentences, abs=1e-3)


def test_one_seed_gives_one_sample(reports, tmp_path):
    for name, seed in (("one", "1"), ("two", "1"), ("other", "2")):
        given = ["sample", str(reports), "--n", "9", "--seed", seed, "--out", str(tmp_path / name)]
        assert main(given) == 0
    held = [
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*") if path.is_file()}
        for name in ("one", "two", "other")
    ]
    assert held[0] == held[1]
    assert held[0]["coding.csv"] != held[2]["coding.csv"]


def test_markup_of_a_report_is_shown_as_text(reports, tmp_path):
    out = tmp_path / "sample"
    main(["sample", str(reports), "--n", "24", "--out", str(out)])
    page = (out / "sentences.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in page
    assert "<script" not in page


def test_a_corpus_with_a_mask_list_is_sampled_masked(tmp_path):
    text = report("云台县", 2021).replace("执法力量", "申请人欧阳某的执法力量")
    folder = write_corpus(tmp_path / "corpus", {"yuntai-2021": text})
    start = text.index("欧阳某")
    (folder / "masks.csv").write_text(
        f"report,start,end,reason\nyuntai-2021,{start},{start + 3},name\n", encoding="utf-8"
    )
    out = tmp_path / "sample"
    main(["sample", str(folder / "reports"), "--n", "9", "--out", str(out)])
    held = "".join(path.read_text("utf-8") for path in out.rglob("*") if path.is_file())
    assert "欧阳某" not in held
    assert "申请人■■■的执法力量" in held


def test_bad_input_is_one_line_each(reports, tmp_path, capsys):
    (reports / "empty.txt").write_text("")
    (reports / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    out = tmp_path / "sample"
    assert main(["sample", str(reports), "--n", "9", "--out", str(out)]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 4  # and, in two, how to go on
    assert main(["sample", str(reports), "--n", "9", "--out", str(out)]) == 2
    assert "is there already" in capsys.readouterr().err
    other = ["--out", str(tmp_path / "other")]
    assert main(["sample", str(reports / "empty.txt"), "--n", "9", *other]) == 2
    assert main(["sample", str(reports / "page.html"), "--n", "900", *other]) == 2
    assert "a sample of 900 cannot be drawn" in capsys.readouterr().err
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("number", [12, 15, 20])
def test_as_many_sentences_are_drawn_as_were_asked_for(reports, tmp_path, capsys, number):
    out = tmp_path / "sample"
    assert main(["sample", str(reports), "--n", str(number), "--out", str(out)]) == 0
    assert len(drawn(out)) == number
    assert "asked for" not in capsys.readouterr().err


def test_where_more_must_be_drawn_it_is_said(reports, tmp_path, capsys):
    out = tmp_path / "sample"
    assert main(["sample", str(reports), "--n", "1", "--out", str(out)]) == 0
    assert len(drawn(out)) > 1
    assert "(1 asked for; one of each genre and theme is due)" in capsys.readouterr().err


def test_a_copy_of_a_report_is_left_out_and_said(reports, tmp_path, capsys):
    copy = reports / "copy.txt"
    copy.write_bytes((reports / "云台县" / "a.txt").read_bytes())
    out = tmp_path / "sample"
    assert main(["sample", str(reports), "--n", "9", "--out", str(out)]) == 0
    assert capsys.readouterr().err.count("left out, its text is that of") == 1
    texts = [path.read_text("utf-8") for path in (out / "reports").rglob("*.txt")]
    assert len(set(texts)) == len(texts)


def test_a_card_that_is_not_filled_in_says_all_that_is_lacking(reports, tmp_path, capsys):
    out = tmp_path / "sample"
    main(["sample", str(reports), "--n", "9", "--out", str(out)])
    capsys.readouterr()
    given = [str(out / "coding.csv"), "--rules", "--corpus", str(out)]
    filled(out, {"primary": "T1", "move": "report"})
    card = out / "coding.yaml"
    about = yaml.safe_load(card.read_text("utf-8"))
    card.write_text(yaml.safe_dump(about | {"coder": "", "date": None}), encoding="utf-8")
    assert main(["agreement", *given]) == 2
    assert capsys.readouterr().err.rstrip().endswith("coding.yaml: fill in coder, date")
    about["date"] = "yesterday"
    card.write_text(yaml.safe_dump(about, sort_keys=False), encoding="utf-8")
    line = list(about).index("date") + 1
    assert main(["agreement", *given]) == 2
    assert f"coding.yaml:{line}: date 'yesterday'" in capsys.readouterr().err


def test_a_text_that_may_be_no_report_is_named(reports, tmp_path, capsys):
    (reports / "list.txt").write_text("牛奶两盒。\n苹果五斤。\n记得给妈妈打电话。\n", "utf-8")
    out = tmp_path / "sample"
    assert main(["sample", str(reports), "--n", "12", "--out", str(out)]) == 0
    said = [line for line in capsys.readouterr().err.splitlines() if "genre other" in line]
    assert len(said) == 1
    assert "list.txt: is of genre other" in said[0]


def test_a_sample_coded_in_part_is_said_to_be(reports, tmp_path, capsys):
    out = tmp_path / "sample"
    assert main(["sample", str(reports), "--n", "12", "--out", str(out)]) == 0
    filled(out, {"primary": "T1", "move": "report"})
    options = ["--corpus", str(out), "--replicates", "10", "--format", "text"]
    coding, rules = str(out / "coding.csv"), str(out / "rules.csv")
    for given in ([coding, rules], [coding, "--rules"]):
        capsys.readouterr()
        assert main(["agreement", *given, *options]) == 0
        printed = capsys.readouterr()
        assert "only part of the sample" not in printed.err + printed.out
        assert "weighted by the chance of being drawn" in printed.out
    lines = (out / "coding.csv").read_text("utf-8").splitlines(keepends=True)
    (out / "coding.csv").write_text("".join(lines[:5]), encoding="utf-8")
    about = yaml.safe_load((out / "coding.yaml").read_text("utf-8")) | {"units": 4}
    (out / "coding.yaml").write_text(yaml.safe_dump(about), encoding="utf-8")
    for given in ([coding, rules], [coding, "--rules"]):
        assert main(["agreement", *given, *options]) == 0
        printed = capsys.readouterr()
        assert "only part of the sample is coded" in printed.err
        assert "only part of the sample is coded" in printed.out


def test_agreement_says_which_corpus_it_wants(tmp_path, capsys):
    missing = tmp_path / "nowhere"
    assert main(["agreement", "a.csv", "--rules", "--corpus", str(missing)]) == 2
    said = capsys.readouterr().err
    assert "--corpus names the folder of the reports that were coded" in said
    assert len(said.splitlines()) == 1
