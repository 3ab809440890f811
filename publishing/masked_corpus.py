"""The corpus as it may be given away, in the shape in which the library reads one."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable

from govreports.corpus.reading import COLUMNS, MASKS, REGISTER, REPORTS
from govreports.corpus.sources import masked_corpora, without_names
from publishing.pages.study import Study
from publishing.paths import corpus_folder

FOLDER = "corpus"  # of the archive


def masked_files(study: Study) -> dict[str, bytes]:
    """The corpus as it may be given away: masked, and registered as what it then is."""
    folder = corpus_folder()
    corpora = masked_corpora([folder])
    names = frozenset[str]().union(*(corpus.names for corpus in corpora.values()))
    texts = {one.id: one.report.text.encode() for one in study.reports}
    records = (
        one.record._replace(
            file=f"{REPORTS}/{one.id}.txt", sha256=hashlib.sha256(texts[one.id]).hexdigest()
        )
        for one in study.reports
    )
    besides = {
        place: without_names(path.read_text(encoding="utf-8"), names).encode()
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".csv", ".yaml"}
        and (place := path.relative_to(folder).as_posix()) not in {REGISTER, MASKS}
        and not place.startswith(f"{REPORTS}/")
    }
    files = {
        REGISTER: _csv(COLUMNS, records).encode(),
        **{f"{REPORTS}/{name}.txt": text for name, text in texts.items()},
        **besides,
    }
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def _csv(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()
