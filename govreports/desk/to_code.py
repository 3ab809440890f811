"""A sample of sentences laid out for somebody to code, with the rules' codes in a file apart.

The folder that results is complete: the texts that were read, the sentences with their context,
an empty coding in the shape that ``handcodings`` reads, and the same sentences as the rules code
them. ``govreports agreement`` compares the two over that folder.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader

from govreports.codebook.model import Codebook
from govreports.coding.coder import Coder, Coding
from govreports.coding.handcodings import COLUMNS
from govreports.coding.sampling import Drawn, draw_sample
from govreports.coding.shares import coding_frame
from govreports.corpus.reading import REPORTS
from govreports.desk.page import desk_page
from govreports.desk.units import DeskUnit, desk_units
from govreports.report.parse import parse
from govreports.stats.intervals import SEED
from govreports.web_font import address, carrying, characters

_STRATA = ("genre", "primary")
_DESK_BYTES = 600_000  # of a desk that is sent about; what is larger carries no font


def sample_files(
    texts: Mapping[str, str],
    size: int,
    codebook: Codebook,
    *,
    seed: int = SEED,
    desk: str = "",
) -> dict[str, str]:
    """The files of a sample of ``size`` sentences from these texts, by name.

    Sentences are drawn at random within strata of genre and of the primary theme that the rules
    give, as ``draw_sample`` does it; equal input gives equal files. ``desk``
    names a further file, a desk to code at (`govreports.desk`).

    Raises ``ReportError`` where a text is no report, ``ArgumentError`` where ``size`` is not
    between 1 and the number of sentences.
    """
    reports = {name: parse(text) for name, text in texts.items()}
    coder = Coder(codebook)
    coded = {name: coder.code(report) for name, report in reports.items()}
    frame = coding_frame(reports, coded)
    genres = frame["report"].map({name: report.genre for name, report in reports.items()})
    drawn = draw_sample(frame.assign(genre=genres), size, seed=seed, by=_STRATA)
    codings = {
        (name, coding.sentence.id): coding for name, found in coded.items() for coding in found
    }
    by_rules = [_coded(unit, codings[unit.report, unit.sentence]) for unit in drawn]
    units = desk_units(drawn, reports)
    about: dict[str, Any] = {"codebook": codebook.version, "units": len(drawn)}
    return {
        **{f"{REPORTS}/{name}.txt": text for name, text in texts.items()},
        "sentences.html": carrying(_page(units, codebook.version)),
        **({desk: _desk(units, codebook)} if desk else {}),
        "coding.csv": _csv(_coded(unit, None) for unit in drawn),
        "coding.yaml": _about({"coder": "", "kind": "person", "date": "", **about}),
        "rules.csv": _csv(by_rules),
        "rules.yaml": _about(
            {"coder": f"rules of codebook {codebook.version}", "kind": "rules", **about}
        ),
    }


def _coded(unit: Drawn, coding: Coding | None) -> dict[str, str]:
    """A row of a coding; the codes are empty where there are none yet."""
    row = dict.fromkeys((*COLUMNS, "weight"), "") | {
        "report": unit.report,
        "sentence": unit.sentence,
        "start": str(unit.start),
        "end": str(unit.end),
        "weight": f"{unit.weight:.6f}",
    }
    if coding:
        row |= {
            "primary": coding.primary,
            "themes": ";".join(theme for theme in coding.themes if theme != coding.primary),
            "move": coding.move,
            "flags": ";".join(coding.flags),
        }
    return row


def _desk(units: Sequence[DeskUnit], codebook: Codebook) -> str:
    page = desk_page(units, codebook, train_first=False)
    if not (font := address(characters(page))):
        return page
    carrying_font = desk_page(units, codebook, font=font, train_first=False)
    return carrying_font if len(carrying_font.encode()) <= _DESK_BYTES else page


def _page(units: Sequence[DeskUnit], version: str) -> str:
    # Reports are untrusted: whatever they hold is shown as text.
    environment = Environment(
        loader=PackageLoader("govreports.desk", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("to_code.html")
    return template.render(units=units, codebook=version) + "\n"


def _csv(rows: Iterable[Mapping[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, [*COLUMNS, "weight"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _about(fields: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(fields), sort_keys=False, allow_unicode=True)
