"""From a report's text to its blocks, sections, paragraphs and sentences."""

from __future__ import annotations

import re
from pathlib import Path

from govreports.errors import ReportError
from govreports.text import headings, normalise, sentences
from govreports.text.decode import decode
from govreports.text.lines import Line, split
from govreports.text.model import (
    Block,
    BlockKind,
    Paragraph,
    Report,
    Section,
    SectionRole,
    Sentence,
    Stated,
)

_CHROME = re.compile(
    r"当前位置|首页|来源:|发布时间|发布日期|扫一扫|分享到|打印|关闭|标签:|责任编辑|上一篇|下一篇"
    r"|人觉得有用|关注|最近搜索|热门搜索|字体:"
)
_CARD = re.compile(r"索 *引 *号|发布机构|标 *题 |文 *号 |内容概述|时 *效 ")
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$")
_NUMBER = re.compile(r"[^\s\d()]{1,12}〔\d{4}〕\d+号")
_TITLE = re.compile(r"(报告|总结|情况)$")
_PROBLEMS = re.compile(
    r"(虽然|成绩显著|取得).*(但).*(差距|不足|短板|问题|薄弱)|存在.{0,4}(问题|不足)"
)
_OUTLOOK = re.compile(r"^(下一步|\d{4}年(是|,)|\d{4}年度推进.*安排|今后)")


def read_report(path: Path | str) -> Report:
    """Read and parse one report file; raise `ReportError` where it cannot be used."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ReportError(f"{path}: cannot be read: {error.strerror}") from None
    try:
        text, encoding = decode(data)
        return parse(text, encoding=encoding)
    except ReportError as error:
        raise ReportError(f"{path}: {error}") from None


def parse(text: str, *, encoding: str = "utf-8") -> Report:
    """Parse the text of a report; raise `ReportError` where it holds no report."""
    lines = split(text, normalise.view(text))
    strong = [k for k, line in enumerate(lines) if _is_running(line)]
    if not strong:
        raise ReportError("holds no report: there is no running text in it")
    first, last = strong[0], strong[-1]
    blocks: list[Block] = []
    metadata: dict[str, Stated] = {}
    for line in lines[:first]:
        blocks.append(_front(line, metadata))
    body = lines[first : last + 1]
    body_blocks, sections, paragraphs = _body(text, body, metadata)
    blocks += body_blocks
    for line in lines[last + 1 :]:
        blocks.append(_back(line, metadata))
    title = metadata.get("title")
    wording = title.value if title else text[:200]
    genre = "disclosure" if "信息公开" in wording else "other"
    if "法治政府" in wording or "依法行政" in wording:
        genre = "rule-of-law"
    return Report(text, encoding, genre, metadata, tuple(blocks), sections, paragraphs)


def _is_running(line: Line) -> bool:
    if _CARD.match(line.view):
        return False
    return "。" in line.view or bool(headings.marker(line.view))


def _front(line: Line, metadata: dict[str, Stated]) -> Block:
    view = line.view
    kind: BlockKind = "chrome"
    if _CARD.search(view):
        kind = "metadata"
    elif found := _NUMBER.fullmatch(view):
        kind = "metadata"
        metadata["document_number"] = Stated(found.group(), line.start, line.end)
    elif _DATE.fullmatch(view):
        kind = "date"
    elif view.endswith(":") and len(view) < 20 and not _CHROME.search(view):
        kind = "addressee"
    elif _TITLE.search(view) and ">" not in view:
        kind = "title"
        metadata["title"] = Stated(view, line.start, line.end)
        if year := re.search(r"(20\d\d)年", view):
            at = line.start + year.start()
            metadata["reporting_year"] = Stated(year.group(1), at, at + 4)
        if issuer := re.match(r"[^\d]*?(?:人民政府|管理委员会|开发区|园区)", view):
            metadata["issuer"] = Stated(issuer.group(), line.start, line.start + issuer.end())
    elif published := re.search(r"发布(?:时间|日期):(\d{4})-(\d\d)-(\d\d)", view):
        at = line.start + published.start(1)
        value = "-".join(published.groups())
        metadata["issued"] = Stated(value, at, at + 10)
        kind = "metadata"
    return Block(kind, line.start, line.end, reason="page chrome" if kind == "chrome" else "")


def _back(line: Line, metadata: dict[str, Stated]) -> Block:
    kind: BlockKind = "chrome"
    found = _DATE.fullmatch(line.view)
    if found and found.group(3):
        kind = "date"
        year, month, day = found.groups()
        value = f"{year}-{int(month):02}-{int(day):02}"
        metadata["issued"] = Stated(value, line.start, line.end)
    elif re.search(r"(政府|办公室|委员会|局|办)$", line.view) and not _CHROME.search(line.view):
        kind = "signature"
    return Block(kind, line.start, line.end, reason="page chrome" if kind == "chrome" else "")


class _Open:
    def __init__(self, section_id: str, level: int, role: SectionRole, start: int) -> None:
        self.id = section_id
        self.level = level
        self.role = role
        self.start = start
        self.end = start
        self.title = ""
        self.marker = ""
        self.form = ""
        self.heading: tuple[int, int] | None = None
        self.parent: str | None = None
        self.children = 0


def _body(
    text: str, lines: list[Line], metadata: dict[str, Stated]
) -> tuple[list[Block], tuple[Section, ...], tuple[Paragraph, ...]]:
    units: list[tuple[Line, list[tuple[int, int, headings.Marker]], bool]] = []
    for line in lines:
        own = "。" not in line.view and headings.marker(line.view)
        if own and own.form != "shi":
            units.append((line, [(0, len(line.view), own)], True))
        else:
            units.append((line, headings.run_ins(line.view), False))
    flat = [(m.form, m.number) for _, marks, _ in units for _, _, m in marks]
    last_formal = max(
        (k for k, (_, marks, _) in enumerate(units) if any(m[2].form != "shi" for m in marks)),
        default=-1,
    )
    blocks: list[Block] = []
    done: list[_Open] = []
    stack: list[_Open] = []
    paragraphs: list[Paragraph] = []
    nester = headings.Nester()
    top = seen = 0

    def enter(level: int, role: SectionRole | None, at: int) -> _Open:
        nonlocal top
        while stack and stack[-1].level >= level:
            stack.pop()
        parent = stack[-1] if stack else None
        if parent:
            parent.children += 1
            opened = _Open(f"{parent.id}.{parent.children}", level, role or parent.role, at)
            opened.parent = parent.id
        else:
            top += 1
            opened = _Open(str(top), level, role or "body", at)
        stack.append(opened)
        done.append(opened)
        return opened

    def write(start: int, end: int, heading: tuple[int, int] | None) -> None:
        section = stack[-1]
        name = f"p{len(paragraphs) + 1}"
        found: list[Sentence] = []
        for a, b in sentences.spans(text, start, end):
            is_heading = heading is not None and a == heading[0]
            found.append(Sentence(f"{name}.s{len(found) + 1}", a, b, section.id, name, is_heading))
        paragraphs.append(Paragraph(name, found[0].start, found[-1].end, section.id, tuple(found)))
        for part in stack:
            part.end = found[-1].end

    for k, (line, marks, own) in enumerate(units):
        if own:
            mark = marks[0][2]
            seen += 1
            level = nester.level(mark.form, mark.number, k, flat[seen:])
            wording = line.view[mark.length :].strip()
            role = _role(wording)
            part = enter(level, role, line.start)
            part.marker = line.view[: mark.length].strip()
            part.marker = text[line.start : line.start + len(part.marker)]
            part.title = text[line.start + mark.length : line.end].strip()
            part.form = mark.form
            part.heading = (line.start, line.end)
            for p in stack:
                p.end = line.end
            blocks.append(Block("heading", line.start, line.end, level, part.marker))
            continue
        if not marks:
            while len(stack) > 1 and stack[-1].form == "shi":
                stack.pop()
        if not stack:
            part = _Open("0", 1, "preamble", line.start)
            done.append(part)
            stack.append(part)
            top = 0
        closing: list[tuple[int, SectionRole]] = []
        if k > last_formal and not marks and stack[-1].role != "outlook":
            for a, b in sentences.spans(text, line.start, line.end):
                view = line.view[a - line.start : b - line.start]
                if _OUTLOOK.match(view):
                    closing.append((a, "outlook"))
                    break
                if _PROBLEMS.search(view) and not closing:
                    closing.append((a, "problems"))
        cuts = [0, *(m[0] for m in marks), len(line.view)]
        for n, cut in enumerate(cuts[:-1]):
            a, b = line.start + cut, line.start + cuts[n + 1]
            while b > a and text[b - 1].isspace():
                b -= 1
            if b <= a:
                continue
            if n == 0:
                pieces = [(a, None), *closing]
                if closing and closing[0][0] == a:
                    pieces = list(closing)
                for j, (start, role) in enumerate(pieces):
                    stop = pieces[j + 1][0] if j + 1 < len(pieces) else b
                    if role and stack[-1].role != role:
                        enter(1, role, start)
                    blocks.append(Block("paragraph", start, stop))
                    write(start, stop, None)
                continue
            _, mark_end, mark = marks[n - 1]
            seen += 1
            level = nester.level(mark.form, mark.number, k, flat[seen:])
            heading = (a, line.start + mark_end)
            part = enter(level, None, a)
            part.marker = text[a : a + mark.length]
            part.title = text[a + mark.length : heading[1] - 1]
            part.form = mark.form
            part.heading = heading
            blocks.append(Block("heading", *heading, level, part.marker))
            rest = heading[1]
            while rest < b and text[rest].isspace():
                rest += 1
            if rest < b:
                blocks.append(Block("paragraph", rest, b))
            write(a, b, heading)
    sections = tuple(
        Section(p.id, p.level, p.title, p.marker, p.role, p.start, p.end, p.heading, p.parent)
        for p in done
    )
    return blocks, sections, tuple(paragraphs)


def _role(title: str) -> SectionRole | None:
    if re.search(r"存在.{0,6}(问题|不足)", title):
        return "problems"
    if re.search(r"下一步|\d{4}年度?.*安排|打算", title):
        return "outlook"
    return None
