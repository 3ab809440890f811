"""Archives whose bytes are those of what they hold, whenever and wherever they are made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from publishing.metadata import Publication


def zipped(files: Mapping[str, bytes], folder: str, publication: Publication) -> bytes:
    """An archive with the files, in their order, in one folder, dated as the publication is."""
    out = io.BytesIO()
    moment = publication.dated.timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{folder}/{name}", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content)
    return out.getvalue()
