#!/usr/bin/env bash
# python-docx leaves out the dates that Word marked as smart tags.
#
# Guess: a w:smartTag only wraps runs, so paragraph.text holds their text, as the text of
#   hyperlinks; pandoc, mammoth and docx2txt keep it.
# Versions: python-docx 1.2.0 with lxml 6.1.3, typing-extensions 4.16.0; mammoth 1.13.0 with cobble
#   0.1.4 for comparison (PyPI), Python 3.11.
# Behaviour: only runs and hyperlinks that are direct children of the paragraph are read. Word's
#   own recogniser put dates of Chinese text into such tags (element chsdate): the date goes and the
#   sentence closes over the gap.
# Seen: 我局于2019年12月6日印发办法。 -> 我局于印发办法。 (mammoth: whole).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps python-docx==1.2.0 lxml==6.1.3 typing-extensions==4.16.0 \
    mammoth==1.13.0 cobble==0.1.4
venv/bin/python - <<'PY'
import sys
import zipfile

import docx
import mammoth


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
    "<w:r><w:t>我局于</w:t></w:r>"
    '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">'
    '<w:smartTagPr><w:attr w:name="Year" w:val="2019"/><w:attr w:name="Month" w:val="12"/>'
    '<w:attr w:name="Day" w:val="6"/></w:smartTagPr><w:r><w:t>2019年12月6日</w:t></w:r></w:smartTag>'
    "<w:r><w:t>印发办法。</w:t></w:r>",
)
with open("report.docx", "rb") as file:
    whole = mammoth.extract_raw_text(file).value.strip()
now = docx.Document("report.docx").paragraphs[0].text
print("python-docx:", now, "mammoth:", whole)
if (now, whole) != ("我局于印发办法。", "我局于2019年12月6日印发办法。"):
    sys.exit(f"changed: python-docx gives {now}, mammoth {whole}")
PY
