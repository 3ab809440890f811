"""The codebook as a table, for programs that read neither Markdown nor REFI-QDA."""

from __future__ import annotations

import pandas as pd

from govreports.codebook.model import Code, Codebook

COLUMNS = (
    *("name", "path", "description", "id", "kind", "zh", "en", "parent"),
    *("definition", "use_when", "not_when", "example", "example_from", "variants"),
)


def codebook_table(codebook: Codebook) -> pd.DataFrame:
    """One row a code in the order of the codebook, with the columns ``COLUMNS``.

    ``name``, ``path`` and ``description`` are what programs for coding ask for (Taguette reads
    them): the name is unique, the path leads from the outermost code down, parted by ``/``, the
    description holds definition, use and limits in one text.
    """
    return pd.DataFrame([_row(code, codebook) for code in codebook.codes.values()], columns=COLUMNS)


def _row(code: Code, codebook: Codebook) -> tuple[str, ...]:
    above = [code]
    while above[0].parent and above[0].parent in codebook.codes:
        above.insert(0, codebook.codes[above[0].parent])
    parts = (code.definition, code.use_when and f"Use when: {code.use_when}")
    description = " ".join(filter(None, (*parts, code.not_when and f"Not when: {code.not_when}")))
    return (
        _name(code),
        "/".join(_name(one).replace("/", "／") for one in above),
        description,
        *(code.id, code.kind, code.zh, code.en, code.parent or ""),
        *(code.definition, code.use_when, code.not_when),
        code.example.text if code.example else "",
        codebook.cited(code.example) if code.example else "",
        "、".join(code.variants),
    )


def _name(code: Code) -> str:
    return " ".join(dict.fromkeys((code.id, code.zh, code.en)))
