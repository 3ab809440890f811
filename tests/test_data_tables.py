"""One strict reader for every table kept as data."""

import pytest

from govreports.errors import CorpusError, DataError
from govreports.tables import packaged, read_rows, read_text


def test_a_table_is_read_by_path_by_name_and_from_the_package(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes('\ufeffa,b\r\n甲,"乙\n丙"\r\n\r\n丁,\r\n'.encode())
    rows = [(3, {"a": "甲", "b": "乙\n丙"}), (5, {"a": "丁", "b": ""})]
    assert list(read_rows(path, ("a", "b"))) == rows == list(read_rows(str(path), ("a", "b")))
    assert all(row["kind"] for _, row in read_rows(packaged("formulas.csv"), ("phrase", "kind")))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "line 1: the columns must be a,b"),
        (b"a,b,c\n", "line 1: the columns must be a,b"),
        (b"a,b\n1\n", "line 2: 1 values where 2 are due"),
        (b'a,b\n1,"2\n', "line 2: "),
        (b"a,b\n\xff,2\n", "not UTF-8 at byte 4"),
    ],
)
def test_a_malformed_table_names_file_and_line(tmp_path, content, message):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(DataError, match=message) as caught:
        list(read_rows(path, ("a", "b")))
    assert str(caught.value).startswith(str(path))


def test_a_missing_file_is_bad_input_of_the_kind_that_is_asked_for(tmp_path):
    with pytest.raises(CorpusError, match=r"nix\.csv: cannot be read \(No such file"):
        read_text(tmp_path / "nix.csv", fault=CorpusError)
