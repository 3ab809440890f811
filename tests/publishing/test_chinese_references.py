"""The bibliography of the Chinese edition: names in characters, titles without a gloss."""

from pybtex.database import parse_string

from publishing.editions.references import REFERENCES, chinese_references

CHINESE = parse_string(chinese_references(), "bibtex").entries
ENGLISH = parse_string(REFERENCES.read_text(encoding="utf-8"), "bibtex").entries


def test_both_editions_have_the_same_works():
    assert list(CHINESE) == list(ENGLISH)


def test_names_of_people_and_bodies_are_in_characters():
    authors = {key: str(entry.persons["author"][0]) for key, entry in CHINESE.items()}
    assert authors["zhou2016"] == "{周祖成、杨惠琪}"
    assert authors["outline2004"] == "{国务院}"
    assert authors["krippendorff2018"].startswith("Krippendorff")


def test_a_chinese_title_stands_without_its_translation():
    titles = {key: entry.fields["title"] for key, entry in CHINESE.items()}
    assert titles["wang2017"] == "我国法治政府建设地区差异的定量分析"
    assert not [title for title in titles.values() if "[" in title]


def test_an_address_stands_as_the_file_has_it():
    addresses = {key: entry.fields.get("url") for key, entry in CHINESE.items()}
    assert addresses == {key: entry.fields.get("url") for key, entry in ENGLISH.items()}
    assert any("_" in address for address in addresses.values() if address)
