"""What is mended in built pages must be there to mend: else the theme changed without notice."""

import pytest

from publishing.errors import BuildError
from publishing.html.finish import _PROMISED, check_mends

WHOLE = "".join(f"{promise}>{found}>" for found, promise in _PROMISED.items())


def test_pages_with_all_that_is_mended_pass():
    check_mends([WHOLE, "<p>nothing</p>"])


@pytest.mark.parametrize("lost", _PROMISED)
def test_a_mend_that_finds_nothing_is_named(lost):
    with pytest.raises(BuildError) as caught:
        check_mends([WHOLE.replace(lost, "renamed")])
    assert lost in str(caught.value)


def test_what_no_page_promises_is_not_missed():
    check_mends(["<p>a page of no theme</p>"])
