"""The citation as the Chinese edition gives it: after GB/T 7714, with what is Chinese first."""

from __future__ import annotations

from govreports.corpus.reading import Record
from publishing.citation import FORMATS, bibtex, chicago, citation_files, gbt7714
from publishing.downloads import FOLDER, citation_name
from publishing.editions.languages import CHINESE_EDITION
from publishing.editions.publication import edition_publication
from publishing.metadata import Publication
from publishing.origin import cited_copy, data_checksum, origin
from publishing.pages.cite import TITLE, archives, chapter_with_figure, literal, middle
from publishing.pages.html import block
from publishing.pages.study import Study
from publishing.pages.text import markdown
from publishing.paths import CHINESE, DESCRIPTOR, corpus_folder
from publishing.report_citation import report_bibtex, report_chicago, report_gbt7714


def chinese_citation_fragment(publication: Publication, study: Study) -> str:
    """The book, a chapter, a figure, a sentence and each of the reports, in forms to copy."""
    return "\n".join([*_book(publication), *_examples(study), *_reports(study)])


def chinese_sentence_line(record: Record, place: str) -> str:
    """A citation of one sentence of a report, in this copy of the book, in Chinese."""
    book = gbt7714(edition_publication(CHINESE_EDITION), at=record.id, copy=cited_copy()).strip()
    return f"{report_gbt7714(record, place)} 见：{book}"


def chinese_title(name: str) -> str:
    """The title of a chapter in the Chinese edition; empty where it is not in Chinese."""
    path = CHINESE / name
    found = TITLE.search(path.read_text(encoding="utf-8")) if path.is_file() else None
    return found[1] if found else ""


def _book(publication: Publication) -> list[str]:
    chinese, copy = edition_publication(CHINESE_EDITION), cited_copy()
    files = citation_files(chinese, copy)
    offered = [name for name in ("citation.bib", "citation.ris", "citation.txt") if name in files]
    return [
        f"GB/T 7714：\n\n{literal(gbt7714(chinese, copy=copy))}",
        *(
            f"{FORMATS[name]}：\n\n{literal(files[name])}"
            for name in ("citation.bib", "citation.ris")
            if name in files
        ),
        f"外文论著（芝加哥格式，著者—年份制）：\n\n{literal(chicago(publication, copy=copy))}",
        block(
            "citation_files_zh.html",
            citations=[
                (f"../{FOLDER}/{citation_name(name, CHINESE_EDITION)}", FORMATS[name])
                for name in offered
            ],
            archives=archives(publication, f"../{FOLDER}"),
        ),
        _this_copy(),
    ]


def _this_copy() -> str:
    made, checksum = origin(), data_checksum(corpus_folder())
    told = [f"`{swhid}`" for swhid in (made.tree, made.revision) if swhid]
    parts = [f"源文件的标识符（SWHID，ISO/IEC 18670）为{'、'.join(told)}"] if told else []
    parts += ["所用文件另有该提交所无的改动"] if made.caveat else []
    if checksum:
        parts.append(f"所用数据列于`{DESCRIPTOR}`，其SHA-256为`{checksum}`")
    return f"手中的这一份：{'；'.join(parts)}。\n" if parts else ""


def _examples(study: Study) -> list[str]:
    chinese, copy = edition_publication(CHINESE_EDITION), cited_copy()
    name, _, figure = chapter_with_figure()
    one = study.reports[0]
    parts = ["## 一章、一图、一句\n"]
    if chapter := chinese_title(name):
        parts += [
            "引用一章：\n",
            literal(gbt7714(chinese, chapter, copy=copy)),
            literal(bibtex(chinese, chapter, copy)),
            "引用一图或一表，写明所在的章和图表的编号：\n",
            f"> {markdown(gbt7714(chinese, chapter, copy=copy).strip())} {{numref}}`{figure}`。\n",
        ]
    return [
        *parts,
        f"引用报告中的一句，写明段和句的编号；`{one.id}`是该报告的代号：\n",
        literal(chinese_sentence_line(one.record, middle(one))),
    ]


def _reports(study: Study) -> list[str]:
    told = ["## 各份报告\n"]
    for record in (each.record for each in study.reports):
        lines = (report_gbt7714(record), "", report_bibtex(record, "所收文件的SHA-256："))
        told += [
            f"{markdown(record.title)}：\n",
            literal(*lines),
            f"外文论著：\n\n{literal(report_chicago(record))}",
        ]
    return told
