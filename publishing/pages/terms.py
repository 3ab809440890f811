"""The terms that search, concordance and cards know: glossary, codebook, Traditional forms."""

from __future__ import annotations

from collections.abc import Iterable

from govreports.tables import packaged, read_rows
from publishing.packed import packed
from publishing.pages.codebook import shown_codes
from publishing.pages.study import Study
from publishing.pages.text import shown
from publishing.reference import load_glossary


def terms_script(study: Study) -> str:
    """The glossary as data, with the Traditional forms of the characters in use."""
    glossary = [
        {"zh": term.zh, "en": term.en, "also": term.alternatives, "sense": term.sense}
        for term in load_glossary()
    ]
    texts = [shown(one.report.text) for one in study.reports]
    texts += [term.zh for term in load_glossary()]
    texts += [code.zh for code in shown_codes(study)]
    return packed("terms", {"glossary": glossary, "traditional": _traditional(texts)})


def codes_script(study: Study) -> str:
    """The codebook as data: identifiers, names, other ways of writing, and what themes hold."""
    codes = [
        {
            "id": code.id,
            "kind": code.kind,
            "zh": code.zh,
            "en": code.en,
            "also": [form for form in code.variants if form != code.zh],
            # Those of the many instruments would weigh as much as all the rest.
            "sense": "" if code.kind == "instrument" else code.definition,
        }
        for code in shown_codes(study)
    ]
    return packed("codes", codes)


def _traditional(texts: Iterable[str]) -> str:
    """Each Traditional form before the Simplified one, of the characters that ``texts`` have."""
    used = set("".join(texts))
    rows = read_rows(packaged("traditional.csv"), ("traditional", "simplified"))
    pairs = ((row["traditional"], row["simplified"]) for _, row in rows)
    # Of the first plane: a character is one position in a script as well.
    kept = (old + new for old, new in pairs if new in used and max(old + new) <= "\uffff")
    return "".join(kept)
