"""The reference of the library: identifiers are code, which stays in every edition."""

import re

import govreports
from govreports.schema import frames
from publishing.pages.api import api_page

PAGE = api_page()


def test_each_name_and_frame_is_a_heading_in_code():
    for name in [*govreports.__all__, *frames()]:
        assert re.search(rf"^###? `{name}`$", PAGE, re.MULTILINE), name


def test_no_identifier_stands_in_running_text_as_a_word():
    assert not re.findall(r"\*\*\w+\*\*", PAGE)
    assert "``reports`` -- " in PAGE


def test_members_and_columns_are_code():
    assert "\n``names``\n    " in PAGE
    for frame in frames().values():
        for column in frame.columns:
            assert f"* - `{column.name}`\n" in PAGE
