"""The codebook as a manual that a reader can code from, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govreports.codebook.model import Code, Codebook, Example, Kind

_TITLES: dict[Kind, str] = {
    "theme": "Themes",
    "move": "Moves",
    "flag": "Flags",
    "measure": "Measures of the two Outlines",
    "instrument": "Named instruments",
}
_ORIGINS = {
    "outline-2015": "the Outline of 2015",
    "outline-2021": "the Outline of 2021",
    "reading": "reading the reports",
    "scheme": "the study's scheme",
}


def codebook_markdown(codebook: Codebook, kinds: Sequence[Kind] = ("theme", "move", "flag")) -> str:
    """Render the codebook; by default what a reader needs to code themes and moves.

    Procedure first, then each code with definition, when to use it, when not, a verbatim example
    with its place, and near misses; then the pairs that are hardest to tell apart, and the
    decisions that shaped the codebook.
    """
    parts = [f"# Codebook, version {codebook.version}", "## How to code"]
    parts += [f"**{item.title}.** {item.text}" for item in codebook.instructions]
    for kind in kinds:
        codes = codebook.of_kind(kind)
        if codes:
            parts.append(f"## {_TITLES[kind]}")
            parts += [block for code in codes for block in _code(code, codebook)]
    pairs = [p for p in codebook.pairs if codebook.codes[p.a].kind in kinds]
    if pairs:
        parts.append("## Pairs that are hard to tell apart")
    for pair in pairs:
        parts.append(f"### {pair.a} or {pair.b}")
        parts.append(pair.how)
        parts += [f"- **{code}**: {_quoted(example, codebook)}" for code, example in pair.examples]
    borders = [b for b in codebook.borders if codebook.codes[b.a].kind in kinds]
    if borders:
        parts.append("## Cases that two readers decide differently")
        parts += [f"- **{b.a} or {b.b}**: {b.case} *Settled:* {b.settled}" for b in borders]
    if codebook.changelog:
        parts.append("## Decisions")
        parts += [f"- {c.version}: {c.change} *Why:* {c.why}" for c in codebook.changelog]
    return "\n\n".join(parts) + "\n"


def _code(code: Code, codebook: Codebook) -> Iterator[str]:
    yield f"### {code.id} {code.zh} · {code.en}"
    yield code.definition
    if code.variants[1:]:
        yield "**Also:** " + ", ".join(code.variants[1:])
    if code.use_when:
        yield f"**Use when:** {code.use_when}"
    if code.not_when:
        yield f"**Not when:** {code.not_when}"
    if code.example:
        yield f"**Example:** {_quoted(code.example, codebook)}"
    else:
        yield f"**No example:** {code.note}"
    if code.near_misses:
        yield "**Near misses:**"
        yield "\n".join(f"- {miss.code}: {miss.how}" for miss in code.near_misses)
    stands = [
        f"{outline[-4:]}: {', '.join(map(str, items))}"
        for outline, items in code.crosswalk.items()
        if items
    ]
    if stands:
        yield f"**Items of the Outlines:** {'; '.join(stands)}"
    if code.kind in ("measure", "instrument"):
        yield f"**Under:** {code.parent}. **From:** {_ORIGINS[code.origin]}"


def _quoted(example: Example, codebook: Codebook) -> str:
    place = f", {example.start}–{example.end}" if example.start is not None else ""
    return f"“{example.text}” ({codebook.cited(example)}{place})"
