"""The phrase lexicon: multiword terms with gloss, type and source, and where they occur.

The default lexicon is ``data/lexicon.csv`` with the names and variants of the codebook's
instruments, so that both speak of one thing. Where the two list the same form, the codebook's
entry holds: its name is what is counted, and the line of ``lexicon.csv`` is left out.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple

import ahocorasick_rs
import numpy as np
import numpy.typing as npt

from govreports.codebook.loader import load_codebook
from govreports.errors import DataError
from govreports.report.folding import fold
from govreports.tables import Source, packaged, read_rows

LEXICON = "lexicon.csv"

_QUOTE = re.compile('"')
_QUOTES = re.compile("[\"'“”‘’]")
_STOP = re.compile("[。;!?]")


class Term(NamedTuple):
    """A multiword term; ``source`` says where it was found."""

    term: str
    gloss: str
    type: str
    source: str


class TermSpan(NamedTuple):
    """An occurrence; ``text`` is the lexicon's form of the term, whatever the wording there."""

    start: int
    end: int
    text: str


class Lexicon:
    """Terms and the forms they are found in.

    Matching does not see width, enclosing quotes or the kind of comma: ``“双随机，一公开”``,
    ``双随机、一公开`` and ``“双随机”、“一公开”`` are one term.

    Args:
        terms: the terms, each with its gloss, type and source.
        variants: further forms, each with the term it stands for.
    """

    def __init__(self, terms: Iterable[Term], variants: Mapping[str, str] | None = None) -> None:
        self.terms = tuple(terms)
        self._named = {term.term: term.term for term in self.terms} | dict(variants or {})
        patterns: dict[str, str] = {}
        for form, name in self._named.items():
            patterns.setdefault(_form(form), name)
        self._names = list(patterns.values())
        self._matcher = ahocorasick_rs.AhoCorasick(
            list(patterns), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        listed = "".join(f"{form}\t{name}\n" for form, name in sorted(patterns.items()))
        self.sha256 = hashlib.sha256(listed.encode()).hexdigest()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every wording under which a term is found, as it was given."""
        return tuple(self._named)

    def apart_from(self, words: Collection[str]) -> Lexicon:
        """The lexicon where ``words`` are base tokens, which the layer of terms does not repeat.

        Longer forms of a term that is itself a base token (放管服改革, 人民调解委员会) would go
        with it: each becomes a term of its own, with the gloss of the one it was a form of.
        """
        known = {term.term: term for term in self.terms}
        terms, variants = dict(known), {}
        for form, name in self._named.items():
            if name in words and form not in words:
                bare = _QUOTES.sub("", form)
                terms.setdefault(bare, known[name]._replace(term=bare))
            elif form != name:
                variants[form] = name
        return Lexicon(terms.values(), variants)

    def match(self, text: str) -> list[TermSpan]:
        """The leftmost-longest occurrences in ``text``, in order, none overlapping another."""
        matched, quotes = _matched(fold(text))
        dropped = [place - before for before, place in enumerate(quotes)]
        return [
            TermSpan(
                start + bisect_right(dropped, start),
                end + bisect_right(dropped, end - 1),
                self._names[index],
            )
            for index, start, end in self._matcher.find_matches_as_indexes(matched)
        ]

    def within(self, plain: str, edges: npt.NDArray[np.bool_]) -> list[str]:
        """The terms that :meth:`match` finds from edge to edge, without places: the fast way.

        ``plain`` is a text in the form of ``view``; ``edges``, one longer, tells where a term may
        begin or end.
        """
        matched, quotes = _matched(plain)
        # As bytes: Python reads one of these faster than one element of an array.
        begins = np.delete(edges[:-1], quotes).tobytes()
        ends = np.delete(edges[1:], quotes).tobytes()
        names = self._names
        return [
            names[index]
            for index, start, end in self._matcher.find_matches_as_indexes(matched)
            if begins[start] and ends[end - 1]
        ]


def _matched(plain: str) -> tuple[str, list[int]]:
    """The form that is matched, and where in ``plain`` the quotes stood that it drops."""
    plain = plain.replace("、", ",").replace("'", '"')
    return plain.replace('"', ""), [quote.start() for quote in _QUOTE.finditer(plain)]


def _form(term: str) -> str:
    return _matched(fold(term))[0]


def read_lexicon(source: Source | None = None) -> list[Term]:
    """The terms of a lexicon file, in its order.

    Raises:
        DataError: a line is malformed, or gives a term a second time.
    """
    source = source or packaged(LEXICON)
    terms: dict[str, Term] = {}
    for line, row in read_rows(source, Term._fields):
        term = Term(**row)
        place = f"{source}, line {line}"
        if not all(term):
            raise DataError(f"{place}: term, gloss, type and source must all be given")
        form = _form(term.term)
        if len(form) < 2:
            raise DataError(f"{place}: a term has two characters or more besides quotes")
        if _STOP.search(form):
            raise DataError(f"{place}: {term.term} runs over the end of a sentence")
        if form in terms:
            raise DataError(f"{place}: {term.term} is the same term as {terms[form].term}")
        terms[form] = term
    return list(terms.values())


@cache
def load_lexicon() -> Lexicon:
    """The packaged lexicon, and the codebook's instruments under their names and variants."""
    instruments = [code for code in load_codebook().codes.values() if code.kind == "instrument"]
    forms = {form: code.zh for code in instruments for form in code.variants}
    taken = {_form(form) for form in forms}
    terms = [Term(code.zh, code.en, "instrument", f"codebook {code.id}") for code in instruments]
    terms += [term for term in read_lexicon() if _form(term.term) not in taken]
    return Lexicon(terms, forms)
