"""Read, segment, code and compare Chinese local-government reports.

Everything derived from a report points back into it by ``[start, end)`` in Unicode code
points of the decoded file, so that each number can be followed to the sentence it rests on.
"""

from importlib.metadata import version

__version__ = version("govreports")
