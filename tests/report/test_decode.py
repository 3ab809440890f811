"""Files are read in the encoding they were saved in, and never repaired in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreports.errors import ReportError
from govreports.readers.source import read_report
from govreports.report.decode import decode
from govreports.report.parse import parse

TEXT = "2020年，我市推进法治政府建设。\n一、主要工作\n召开会议3次，办案12件。\n二、其他\n无。\n" * 3


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_the_usual_encodings_are_read(codec: str, name: str) -> None:
    assert decode(TEXT.encode(codec)) == (TEXT, name)


def test_offsets_do_not_count_the_byte_order_mark(tmp_path: Path) -> None:
    plain, marked = tmp_path / "plain.txt", tmp_path / "marked.txt"
    plain.write_bytes(TEXT.encode("utf-8"))
    marked.write_bytes(TEXT.encode("utf-8-sig"))
    assert read_report(marked).sentences == read_report(plain).sentences


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_truncated_file_is_reported_with_the_place(codec: str) -> None:
    data = TEXT.rstrip("\n").rstrip("。").encode(codec)[:-1]
    with pytest.raises(ReportError, match=r"byte \d+"):
        decode(data)


def test_a_damaged_byte_is_reported_with_its_position() -> None:
    data = bytearray(TEXT.encode("utf-8"))
    data[31] = 0xFF
    with pytest.raises(ReportError, match=r"byte (29|30|31) "):
        decode(bytes(data))


def test_mixed_encodings_are_reported() -> None:
    utf8, gbk = TEXT.encode("utf-8"), TEXT.encode("gb18030")
    with pytest.raises(ReportError, match=f"byte {3 * len(utf8) + 4} "):
        decode(utf8 * 3 + gbk)
    with pytest.raises(ReportError, match="UTF-8 in a file that is otherwise GB18030"):
        decode(gbk * 3 + "法治政府建设情况报告".encode())


def test_a_file_that_is_no_text_is_reported() -> None:
    with pytest.raises(ReportError):
        decode(b"PK\x03\x04" + bytes(range(256)) * 4)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"missing\.txt: cannot be read"):
        read_report(tmp_path / "missing.txt")


def test_a_refused_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nothing.txt"
    path.write_text("首页\n政务公开\n", encoding="utf-8")
    with pytest.raises(ReportError, match=r"nothing\.txt: holds no report"):
        read_report(path)


def test_a_text_is_never_changed() -> None:
    for text in (TEXT, TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT, TEXT + "\x0c\u2028"):
        assert parse(text).text == text


def test_the_byte_order_mark_of_gb18030_is_left_out() -> None:
    assert decode(b"\x84\x31\x95\x33" + TEXT.encode("gb18030")) == (TEXT, "gb18030")


def test_big5_is_refused_by_name() -> None:
    text = "2021年，我區推進依法行政，現將情況報告如下：\n一、主要舉措\n會議3次，辦案12件。\n"
    with pytest.raises(ReportError, match="looks like Big5: convert it to UTF-8"):
        decode(text.encode("big5"))
    assert decode(text.encode("gb18030")).text == text
