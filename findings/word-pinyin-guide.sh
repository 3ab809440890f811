#!/usr/bin/env bash
# Three readers of Word files lose the character that carries a pinyin guide.
#
# Guess: a rare character of a place name with its reading above it (Word's pinyin guide, w:ruby)
#   comes out as the character, with or without the reading.
# Versions: python-docx 1.2.0 with lxml 6.1.3, typing-extensions 4.16.0; mammoth 1.13.0 with cobble
#   0.1.4; pypandoc-binary 1.17 (pandoc 3.9); docx2txt 0.9 (PyPI), Python 3.11.
# Behaviour: python-docx, mammoth and pandoc pass over w:ruby with its base text; mammoth alone says so,
#   in its list of messages. docx2txt gives all text in the file's order, reading first.
# Seen: 江苏省邳州市 with a guide on 邳 -> 江苏省州市 in the three, 江苏省pī邳州市 in docx2txt.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps python-docx==1.2.0 lxml==6.1.3 typing-extensions==4.16.0 \
    mammoth==1.13.0 cobble==0.1.4 docx2txt==0.9 pypandoc-binary==1.17
venv/bin/python - <<'PY'
import sys
import zipfile

import docx
import docx2txt
import mammoth
import pypandoc


def write_docx(path, paragraph):
    """A Word file of one paragraph."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType="
            f"\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName="
            f"\"/word/document.xml\" ContentType=\"{kind}\"/></Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" "
            f"Type=\"{office}\" Target=\"word/document.xml\"/></Relationships>",
        )
        archive.writestr(
            "word/document.xml",
            f"<w:document xmlns:w=\"{word}\"><w:body><w:p>{paragraph}</w:p></w:body></w:document>",
        )


write_docx(
    "report.docx",
    "<w:r><w:t>江苏省</w:t></w:r>"
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="20"/>'
    '<w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>pī</w:t></w:r></w:rt>'
    "<w:rubyBase><w:r><w:t>邳</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    "<w:r><w:t>州市</w:t></w:r>",
)
with open("report.docx", "rb") as file:
    by_mammoth = mammoth.extract_raw_text(file).value.strip()
seen = [
    ("python-docx", docx.Document("report.docx").paragraphs[0].text, "江苏省州市"),
    ("mammoth", by_mammoth, "江苏省州市"),
    ("pandoc", pypandoc.convert_file("report.docx", "plain").strip(), "江苏省州市"),
    ("docx2txt", docx2txt.process("report.docx").strip(), "江苏省pī邳州市"),
]
for name, now, before in seen:
    print(name, now)
    if now != before:
        sys.exit(f"changed: {name} gives {now}, gave {before}")
PY
