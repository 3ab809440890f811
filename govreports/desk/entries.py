"""What a coder reads at the desk, in two languages: entries of the codebook, a training round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govreports.codebook.model import Code, Codebook, Kind
from govreports.codebook.strict_yaml import read_yaml
from govreports.errors import DataError
from govreports.tables import packaged

KINDS: tuple[Kind, ...] = ("theme", "move", "flag")
ENTRY = ("definition", "use_when", "not_when")


def chinese_entries() -> Mapping[str, Any]:
    """The codebook for coders in Chinese: ``of`` (its version), ``procedure``, ``codes``."""
    content: Mapping[str, Any] = read_yaml(packaged("codebook_zh.yaml"), "codebook_zh.yaml")
    return content


def entries(codebook: Codebook) -> list[dict[str, Any]]:
    """Themes, moves and flags with what each means, in English and, where it is there, in Chinese.

    Each entry: ``id, kind, name, definition, use_when, not_when`` (each ``{en, zh}``) and
    ``near``, a list of ``{code, how: {en, zh}}``. Chinese that was written for another version of
    the codebook, and any codebook of one's own, is shown in English.
    """
    chinese = chinese_entries()
    written = chinese["codes"] if chinese["of"] == codebook.version else {}
    return [
        _entry(code, written.get(code.id, {})) for kind in KINDS for code in codebook.of_kind(kind)
    ]


def procedure(codebook: Codebook) -> list[dict[str, str]]:
    """How to code: ``language`` and ``text`` of each rule; the two languages need not pair."""
    chinese = chinese_entries()
    said = {"en": [f"{item.title}: {item.text}" for item in codebook.instructions]}
    said["zh"] = chinese["procedure"] if chinese["of"] == codebook.version else said["en"]
    return [{"language": language, "text": text} for language in said for text in said[language]]


def training(codebook: Codebook) -> list[dict[str, Any]]:
    """The sentences of the training round with their adjudicated codes and the reason for each.

    Raises ``DataError`` where a code is none of this codebook; without such sentences for a
    codebook of one's own the round is empty.
    """
    known = {code.id for code in codebook.codes.values() if code.kind in KINDS}
    rounds = read_yaml(packaged("training.yaml"), "training.yaml")["sentences"]
    for unit in rounds:
        for code in (unit["primary"], *unit["themes"], unit["move"], *unit["flags"]):
            if code not in known:
                raise DataError(
                    f"training.yaml, {unit['report']} {unit['sentence']}: no code {code!r}"
                )
    return [_lesson(unit, codebook) for unit in rounds]


def _entry(code: Code, chinese: Mapping[str, Any]) -> dict[str, Any]:
    near = chinese.get("near", {})
    return {
        "id": code.id,
        "kind": code.kind,
        "name": {"en": code.en, "zh": code.zh},
        **{
            field: {"en": getattr(code, field), "zh": chinese.get(field, getattr(code, field))}
            for field in ENTRY
        },
        "near": [
            {"code": miss.code, "how": {"en": miss.how, "zh": near.get(miss.code, miss.how)}}
            for miss in code.near_misses
        ],
    }


def _lesson(unit: Mapping[str, Any], codebook: Codebook) -> dict[str, Any]:
    source = codebook.sources.get(unit["report"])
    return {
        "title": source.title if source else unit["report"],
        **{
            name: unit[name]
            for name in ("report", "sentence", "headings", "before", "text", "after")
        },
        "answer": {
            **{name: unit[name] for name in ("primary", "themes", "move", "flags")},
            "why": {"en": unit["why"], "zh": unit["why_zh"]},
        },
    }
