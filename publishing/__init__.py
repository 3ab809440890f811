"""Making the book: generated pages, Sphinx, PDF and the files that go with them."""

import sys

# jsonschema would compile the grammar of international addresses (seconds in every process); no
# schema that a build reads asks for such a format.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
