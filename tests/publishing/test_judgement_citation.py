"""What a reference says where the publication has no publisher, or has one."""

import dataclasses

from publishing.citation import gbt7714
from publishing.metadata import load_publication

PUBLICATION = load_publication()


def test_gbt_says_that_place_and_publisher_are_unknown_and_invents_none():
    # GB/T 7714—2015 asks for place and publisher, and for S.l. (sine loco) and s.n. (sine nomine)
    # in square brackets in a reference in a European language that has neither.
    released = PUBLICATION.released.year
    unknown = gbt7714(dataclasses.replace(PUBLICATION, publisher=""))
    assert f". [S.l.: s.n.], {released}." in unknown
    known = gbt7714(dataclasses.replace(PUBLICATION, publisher="A Press"))
    assert f". A Press, {released}." in known
    assert "S.l." not in known
