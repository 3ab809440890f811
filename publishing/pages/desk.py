"""The coding desk of the book, for the sample that the rules are measured on."""

from __future__ import annotations

from govreports.coding.handcodings import read_all_codings
from govreports.coding.sampling import Drawn, draw_sample
from govreports.desk.page import desk_page
from govreports.desk.units import desk_units
from publishing.editions.languages import ALL, CHINESE_EDITION, languages
from publishing.pages.study import Study
from publishing.paths import corpus_folder
from publishing.reading import CODINGS

PLACE = "_static/desk.html"
_HOME = "../index.html"
_DRAWN = 100  # sentences, where nobody has coded a sample yet


def desk_file(study: Study) -> str:
    """The desk for the sentences that were coded by hand, else for a sample drawn by the rules."""
    masked = study.analysis.reports
    by_hand = read_all_codings(corpus_folder() / CODINGS, study.codebook, masked)
    if by_hand:
        units = [Drawn(u.report, u.sentence, u.start, u.end, u.weight) for u in by_hand[0].units]
    else:
        units = draw_sample(study.analysis.codings, min(_DRAWN, len(study.analysis.codings)))
    homes = dict.fromkeys(ALL, _HOME)
    if CHINESE_EDITION in languages():
        homes[CHINESE_EDITION] = f"../{CHINESE_EDITION}/index.html"
    return desk_page(
        desk_units(units, masked), study.codebook, font="book-han-sans.woff2", home=homes
    )
