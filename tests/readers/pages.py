"""Invented files of each kind: web pages as several content systems write them, PDF, Word."""

import io
import zipfile

TITLE = "云台县2023年法治政府建设情况报告"
BODY = [
    "2023年，云台县坚持以习近平法治思想为指导，扎实推进法治政府建设，现将有关情况报告如下。",
    "一、主要工作",
    "（一）规范行政执法。全年开展案卷评查2次，评查案卷136份，培训执法人员3期420人次。",
    "（二）化解矛盾纠纷。全年受理行政复议申请42件，审结40件，按期办结率100%。",
    "二、存在问题",
    "执法力量与任务还不够匹配，部分单位对重大行政决策程序落实不够到位，需要进一步改进。",
    "云台县人民政府",
    "2024年1月18日",
]
NAVIGATION = "".join(
    f'<li><a href="#">{name}</a></li>'
    for name in ("首页", "政务公开", "政务服务", "互动交流", "走进云台")
)


def page(inside: str, *, head: str = "", charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>云台县人民政府</title>{head}'
        "<script>var x = '不应出现的脚本文字';</script><style>p {color: red}</style></head><body>"
        f'<div class="nav"><ul>{NAVIGATION}</ul></div>{inside}'
        '<div class="foot">主办：云台县人民政府办公室 备案号 00000000</div></body></html>'
    )


def paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>　　{line}</{tag}>\n" for line in BODY)


LAYOUTS = {
    "zoom": page(f'<h1>{TITLE}</h1><div id="zoom">{paragraphs()}</div>'),
    "editor": page(
        f'<div class="main"><div class="title">{TITLE}</div>'
        f'<div class="TRS_Editor"><div>{paragraphs()}</div></div></div>'
    ),
    "meta title": page(
        f"<div><div><div>{paragraphs('div')}</div></div></div>",
        head=f'<meta name="ArticleTitle" content="{TITLE}">',
    ),
    "breaks": page(
        f"<h1>{TITLE}</h1><div>{'<br>'.join(f'&emsp;&emsp;{line}' for line in BODY)}</div>"
    ),
    "layout table": page(
        f"<table><tr><td><h1>{TITLE}</h1></td></tr><tr><td>{paragraphs()}</td></tr></table>"
    ),
    "spans": page(
        f'<h1>{TITLE}</h1><div id="UCAP-CONTENT">'
        + "".join(
            f"<p><span>{line[:3]}</span><span>{line[3:5]}</span><b>{line[5:]}</b></p>"
            for line in BODY
        )
        + "</div>"
    ),
    "source lines": page(
        f'<h1>{TITLE}</h1><div id="article">'
        + "".join(f"<p>\n   {line[:12]}\n   {line[12:]}\n</p>" for line in BODY)
        + "</div>"
    ),
}  # fmt: skip


def docx(body: str, *, numbering: str = "", styles: str = "", footnotes: str = "") -> bytes:
    """A Word document with this body; parts that are empty are left out."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"/>',
        "word/document.xml": f"<w:document {w} {mc}><w:body>{body}</w:body></w:document>",
    }
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {w}>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {w}>{styles}</w:styles>"
    if footnotes:
        parts["word/footnotes.xml"] = f"<w:footnotes {w}>{footnotes}</w:footnotes>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def paragraph(text: str, *, numbered: tuple[int, int] | None = None, style: str = "") -> str:
    """A paragraph; ``numbered`` is the list and the level it belongs to."""
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        number, level = numbered
        inner += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    properties = f"<w:pPr>{inner}</w:pPr>" if inner else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"
