"""The command speaks English or Chinese; what it prints of reports is the same in either."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import govreports
from govreports.cli import NAMES, language
from govreports.cli.main import main
from govreports.cli.parsers import wrapped
from govreports.codebook.strict_yaml import read_yaml
from govreports.tables import packaged
from tests.readers.documents import BODY, TITLE

LIBRARY = Path(govreports.__file__).parent
HAN = re.compile("[\u4e00-\u9fff]")
TYPED = re.compile("make book|pip install")
ENGLISH = re.compile("[a-z]{2,} [a-z]{2,}")
# Modules whose errors a command can meet.
MET = (
    "atomic.py", "cli", "codebook", "coding/handcodings.py", "coding/segments.py",
    "corpus/adding.py", "corpus/masks.py", "corpus/reading.py", "corpus/register.py",
    "corpus/sources.py", "corpus/spans.py", "folder", "readers", "refi/reading.py",
    "refi/unpacking.py", "report", "tables.py",
)  # fmt: skip
# Messages that are put together from parts: what comes of them is among the examples below.
PARTS = {
    "7, line 1: the columns must be 7 and any of 7; 7: 7",
    "7 more than the 7 bytes allowed",
    "7 are UTF-8 in a file that is otherwise GB18030",
}
TOLD = ("tell", "say", "worded", "Refused", "error")


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("\n".join([TITLE, *BODY]) + "\n", encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def no_locale(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    yield
    language.speak("en")


def helped(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("settings", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, False),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({}, False),
    ],
    ids=str,
)
def test_the_locale_decides_where_nothing_is_asked_for(monkeypatch, capsys, settings, chinese):
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert bool(HAN.search(helped(capsys, "parse"))) is chinese


@pytest.mark.parametrize(
    "arguments",
    [["--lang", "zh", "parse"], ["--lang=zh", "parse"], ["parse", "--lang", "zh"]],
    ids=" ".join,
)
def test_the_option_stands_before_or_after_the_command(capsys, arguments):
    assert helped(capsys, *arguments).startswith("用法：govreports parse")


def test_the_option_is_stronger_than_the_locale(monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert not HAN.search(helped(capsys, "parse", "--lang", "en"))


@pytest.mark.parametrize("arguments", [["--lang", "fr", "parse", "-"], ["parse", "-", "--lang"]])
def test_what_is_no_language_is_refused(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "argument --lang: " in capsys.readouterr().err


def test_a_file_may_be_called_like_the_option(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["parse", "--", "--lang=zh"]) == 2
    assert capsys.readouterr().err == (
        "govreports: --lang=zh: cannot be read: No such file or directory\n"
    )


def names(text):
    """Options, files and sets of values: what help says in either language."""
    return set(re.findall(r"--[a-z][a-z-]+|[A-Za-z_]+\.[a-z]+|\{[^{} ]+\}", text))


@pytest.mark.parametrize("command", [None, *NAMES])
def test_all_help_is_in_chinese_with_the_same_names(capsys, monkeypatch, command):
    monkeypatch.setenv("COLUMNS", "2000")  # one line for each text
    arguments = [command] if command else []
    english = helped(capsys, "--lang", "en", *arguments).split("\n\n")
    chinese = helped(capsys, "--lang", "zh", *arguments).split("\n\n")
    assert names(" ".join(english[1:])) == names(" ".join(chinese[1:]))
    assert len(english) == len(chinese)
    for block, said in zip(english[1:], chinese[1:], strict=True):
        lines, told = block.strip().splitlines(), said.strip().splitlines()
        assert len(lines) == len(told)
        for line, one in zip(lines, told, strict=True):
            if " " in line.strip() and not re.fullmatch(r" +\S+( \S+)*", line):
                assert HAN.search(one), line


def templates(path: Path) -> Iterator[str]:
    """Messages of a module that are written where they are raised or told; holes hold a 7."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called.endswith("Error") or called in TOLD:
            for argument in node.args[:2]:
                text = written(argument)
                if re.search("[a-z] [a-z]", text) and text not in PARTS:
                    yield text


def written(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(map(written, parts))
        case ast.FormattedValue():
            return "7"
    return ""


MODULES = [
    path
    for name in MET
    for path in (
        [LIBRARY / name] if name.endswith(".py") else sorted((LIBRARY / name).glob("*.py"))
    )
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_messages_are_in_chinese(path):
    language.speak("zh")
    for text in templates(path):
        said = language.worded(text)
        assert HAN.search(said), text
        assert not ENGLISH.search(TYPED.sub("", said)), said


@pytest.mark.parametrize("table", [language.TABLE, language.PAGES])
def test_each_entry_fills_its_holes(table):
    for english, chinese in read_yaml(packaged(table), table).items():
        holes = english.count("{}") + english.count("{#}")
        numbered = {int(n) for n in re.findall(r"\{(\d+)\}", chinese)}
        assert HAN.search(chinese), english
        assert chinese.count("{}") == holes or (numbered and max(numbered) < holes), english


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a.txt: is empty", "a.txt：是空文件"),
        ("is empty.txt: is empty", "is empty.txt：是空文件"),
        ("x/reports.csv, line 3: a reason is due", "x/reports.csv第3行：须写明理由"),
        ("a: b.txt: cannot be read: Permission denied", "a: b.txt：不能读取：没有权限"),
        ("12 reports analysed, 1 file left out: {}", "已分析12份报告，未采用1个文件：{}"),
        (
            "12 reports analysed, 1 file left out: my reports",
            "已分析12份报告，未采用1个文件：my reports",
        ),
        ("20 sentences to code: read a b.html, fill in c", "20句待编码：阅读a b.html，填写c"),
        (
            "x.csv, line 1: the columns must be id and any of b,c; d: none of them",
            "x.csv第1行：各栏须有id，可另有b,c；d不在其中",
        ),
        ("is more than the 1,000 bytes allowed", "超过允许的1,000字节"),
        ("2,000 bytes are more than the 1,000 bytes allowed", "有2,000字节，超过允许的1,000字节"),
        (
            "bytes 3 to 9 are UTF-8 in a file that is otherwise GB18030",
            "文件其余部分为GB18030，第3至9字节却是UTF-8",
        ),
        ("no table has this", "no table has this"),
        ("a.txt: no table has this: nor this", "a.txt: no table has this: nor this"),
    ],
)
def test_places_and_values_stay_as_they_are(english, chinese):
    assert language.worded(english) == english
    language.speak("zh")
    assert language.worded(english) == chinese


@pytest.mark.parametrize(
    "command",
    [["parse"], ["code"], ["code", "--summary"], ["quantities"], ["segment"], ["terms"]],
    ids=" ".join,
)
def test_data_are_the_same_in_either_language(report, capsys, command):
    outputs = []
    for asked in language.LANGUAGES:
        assert main([*command, str(report), "--lang", asked]) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1] != ""


def test_a_message_of_a_run_is_in_chinese(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.touch()
    assert main(["--lang", "zh", "parse", str(path)]) == 2
    assert capsys.readouterr().err == f"govreports: {path}：是空文件\n"


def test_an_error_of_the_command_line_is_in_chinese(capsys):
    with pytest.raises(SystemExit):
        main(["sample", ".", "--n", "0", "--lang", "zh"])
    usage, *_, said = capsys.readouterr().err.splitlines()
    assert usage.startswith("用法：govreports sample")
    assert said == "govreports sample: 错误：参数--n：应为不小于1的整数，不能是'0'"


def test_the_table_is_read_only_for_chinese(report):
    script = (
        "import sys; from govreports.cli.main import main; main(['segment', sys.argv[1]]);"
        "sys.exit('govreports.phrases' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, report], stdout=subprocess.DEVNULL)
    assert done.returncode == 0


def test_lines_of_chinese_are_as_wide_as_they_look():
    text = "把从每个文件读到的文本以UTF-8存到那里，名为NAME.txt：start和end即在其中计数。" * 3
    lines = wrapped(text, 40)
    assert "".join(lines) == text
    assert all(len(line) + len(HAN.findall(line)) <= 40 for line in lines)
    assert not any(line.startswith(("，", "。", "：")) for line in lines)


TEXT = re.compile(r">([^<>]*[a-z][^<>]*)<|(?:alt|aria-label|title)=\"([^\"]*[a-z][^\"]*)\"")
STYLE = re.compile("<style>.*?</style>|<title>.*?</title>", re.DOTALL)


def test_pages_of_a_folder_are_in_chinese_and_tables_as_they_were(tmp_path, report):
    folder = report.parent / "reports"
    folder.mkdir()
    report.rename(folder / "2019.txt")
    (folder / "2020.txt").write_text(
        (folder / "2019.txt").read_text(encoding="utf-8").replace("2019", "2020") + "再加一句。\n",
        encoding="utf-8",
    )
    (folder / "empty.txt").touch()
    for asked in language.LANGUAGES:
        out = tmp_path / asked
        assert main(["--lang", asked, "analyze", str(folder), "--out", str(out)]) == 3
    english, chinese = (
        {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for out in (tmp_path / "en", tmp_path / "zh")
    )
    differing = {str(path) for path in english if english[path] != chinese[path]}
    assert english.keys() == chinese.keys()
    pages = {"index.html", "reports/2019.txt.html", "reports/2020.txt.html"}
    # The other figures show identifiers alone; the font holds the characters of the pages.
    assert differing == {*pages, "figures/reports.svg", "characters.css"}
    assert "报告份数" in (tmp_path / "zh" / "figures" / "reports.svg").read_text(encoding="utf-8")
    for name in pages:
        is_in_chinese((tmp_path / "zh" / name).read_text(encoding="utf-8"))


def test_a_comparison_is_in_chinese(tmp_path, capsys, report):
    sample, out = tmp_path / "sample", tmp_path / "out"
    assert main(["sample", str(report), "--n", "6", "--out", str(sample), "--lang", "zh"]) == 0
    assert re.match(r"\d+句待编码", capsys.readouterr().err)
    given = ["agreement", str(sample / "rules.csv"), "--rules", "--corpus", str(sample)]
    assert main([*given, "--replicates", "9", "--out", str(out), "--lang", "zh"]) == 0
    assert "句，各自独有" in capsys.readouterr().err
    is_in_chinese((out / "index.html").read_text(encoding="utf-8"))
    assert main([*given, "--replicates", "9", "--format", "text", "--lang", "zh"]) == 0
    said = capsys.readouterr().out
    assert "主要主题：行为rules，列为" in said
    assert not [one for one in ("weighted", "agreement", "undefined", "columns") if one in said]


def is_in_chinese(page):
    assert '<html lang="zh-CN">' in page
    for texts in TEXT.findall(STYLE.sub("", page)):
        text = "".join(texts).strip()
        # Names of themes stand in both languages; values of the data are single words.
        assert HAN.match(text) or not ENGLISH.search(text), text
