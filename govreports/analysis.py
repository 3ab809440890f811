"""The analysis of a corpus: every frame that several parts use, each computed once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import pandas as pd

from govreports.corpus.reading import GENRES, Corpus, Record, corpus_of
from govreports.report.model import Report
from govreports.schema import all_of, frame
from govreports.store import Store

if TYPE_CHECKING:
    from govreports.codebook.model import Codebook
    from govreports.coding.coder import Coded, Coder, Coding
    from govreports.numbers.quantities import Numbers, Quantity
    from govreports.words.dictionary import Engine
    from govreports.words.segmentation import Layer
    from govreports.words.segmenter import Segmenter


class Analysis:
    """What the library says of the reports of a corpus, as frames of ``govreports.schema``.

    Each attribute is computed when first asked for and then kept. Reports are in the order of
    the corpus in every frame. Nothing here pools genres: choose reports with ``of_genre`` and
    ``only``.

    Args:
        reports: a corpus (as ``read_folder`` gives it), or reports by name.
        codebook: codes and rules, by default the packaged codebook.
        engine: word segmenter, ``jieba`` or ``rjieba`` (many times faster, the same tokens).
        store: a folder in which the costly frames are kept from run to run.

    >>> from govreports.report.parse import parse
    >>> text = "某某县2023年法治政府建设情况报告\\n2023年，开展执法培训3期。加强普法宣传。"
    >>> analysis = Analysis({"somewhere": parse(text)})
    >>> analysis.codings[["sentence", "primary", "move"]].values.tolist()
    [['p1.s1', 'T7', 'report'], ['p1.s2', 'T7', 'report']]
    >>> analysis.quantities[["value", "unit", "year"]].values.tolist()
    [[3.0, '期', 2023]]
    """

    def __init__(
        self,
        reports: Corpus | Mapping[str, Report],
        *,
        codebook: Codebook | None = None,
        engine: Engine = "jieba",
        store: str | Path | Store | None = None,
    ) -> None:
        self.corpus = reports if isinstance(reports, Corpus) else corpus_of(reports)
        self.engine = engine
        self._codebook = codebook
        self._store = store if isinstance(store, Store) else Store(store)

    # Reports

    @property
    def records(self) -> Mapping[str, Record]:
        """What the register, else the text, says of each report."""
        return {record.id: record for record in self.corpus.records}

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """The parsed reports by identifier, in the order of the corpus."""
        reports = self.corpus.reports
        return MappingProxyType({r.id: reports[r.id] for r in self.corpus.records})

    @property
    def names(self) -> list[str]:
        """The identifiers of the reports, in order."""
        return [record.id for record in self.corpus.records]

    @property
    def labels(self) -> dict[str, str]:
        """A short name of each report for tables and figures."""
        return {record.id: record.label for record in self.corpus.records}

    @property
    def genres(self) -> dict[str, list[str]]:
        """The identifiers of the reports of each genre that occurs."""
        found = {g: [r.id for r in self.corpus.records if r.genre == g] for g in GENRES}
        return {genre: names for genre, names in found.items() if names}

    def of_genre(self, genre: str) -> list[str]:
        """The identifiers of the reports of one genre; empty where there is none."""
        all_of([genre], GENRES, "genre")
        return self.genres.get(genre, [])

    def only(self, names: Iterable[str]) -> Analysis:
        """The analysis of some of the reports alone, in the order given."""
        chosen = all_of(names, self.names, "report")
        records = self.records
        corpus = Corpus(
            records=tuple(records[name] for name in chosen),
            reports=MappingProxyType({name: self.reports[name] for name in chosen}),
            paths=MappingProxyType(
                {name: p for name in chosen if (p := self.corpus.paths.get(name))}
            ),
        )
        return Analysis(corpus, codebook=self._codebook, engine=self.engine, store=self._store)

    @cached_property
    def register(self) -> pd.DataFrame:
        """One row a report: what it is, and how long (frame ``reports``)."""
        rows = []
        for record in self.corpus.records:
            report = self.reports[record.id]
            rows.append(
                (
                    *(record.id, record.label, record.title, record.issuer),
                    *(record.document_number, record.province, record.jurisdiction),
                    *(record.level, record.genre, record.reporting_year, record.issued),
                    sum(section.heading is not None for section in report.sections),
                    len(report.paragraphs),
                    len(report.sentences),
                    len("".join(self.counted_lines[record.id].split())),
                )
            )
        return frame("reports", rows)

    @cached_property
    def counted_lines(self) -> Mapping[str, str]:
        """The text of each report that is counted, one unit a line."""
        from govreports.words.counted_text import counted_lines

        return {name: counted_lines(report) for name, report in self.reports.items()}

    # Codings

    @property
    def codebook(self) -> Codebook:
        """The codes and rules."""
        return self._codebook or packaged_codebook()

    @cached_property
    def _coded(self) -> Mapping[str, Coded]:
        from govreports.coding.coder import Coder

        coder = Coder(self._codebook) if self._codebook else packaged_coder()
        return {name: coder.coded(report) for name, report in self.reports.items()}

    @cached_property
    def coded(self) -> Mapping[str, tuple[Coding, ...]]:
        """The coding of every sentence, with its evidence."""
        return {name: coded.codings for name, coded in self._coded.items()}

    @cached_property
    def codings(self) -> pd.DataFrame:
        """One row a sentence (frame ``codings``)."""
        from govreports.coding.shares import coding_frame

        return coding_frame(self.reports, self.coded)

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """One row a place on which a code rests (frame ``evidence``)."""
        from govreports.coding.grounds import evidence_frame

        return evidence_frame({name: coded.grounds for name, coded in self._coded.items()})

    @cached_property
    def coverage(self) -> pd.DataFrame:
        """One row a measure of the Outlines and a report (frame ``coverage``)."""
        from govreports.coverage.states import coverage_frame

        return coverage_frame(self.corpus.records, self.reports, self.coded, self.codebook)

    @cached_property
    def prescribed(self) -> pd.DataFrame:
        """One row a prescribed content or deadline and a report (frame ``prescribed``)."""
        from govreports.coverage.contents import prescribed_frame

        return prescribed_frame(self.corpus.records, self.reports, self.coded)

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Shortcomings and plans (frame ``statements``)."""
        from govreports.claims.selfassessment import statement_table

        return statement_table(self.reports, self.coded)

    # Words

    @cached_property
    def segmenter(self) -> Segmenter:
        """The segmenter; making it loads the dictionary, which takes a second or more."""
        return packaged_segmenter(self.engine)

    @cached_property
    def tokens(self) -> pd.DataFrame:
        """One row a base token (frame ``tokens``), punctuation left out; kept in the store."""
        return self._segmented("token")

    @cached_property
    def multiword(self) -> pd.DataFrame:
        """One row a multiword term (frame ``tokens``); kept in the store."""
        return self._segmented("term")

    @cached_property
    def terms(self) -> pd.DataFrame:
        """How often each token and term occurs in all reports (frame ``terms``)."""
        from govreports.words.frequency import term_table

        return term_table(self.tokens, self.multiword)

    def _segmented(self, layer: Layer) -> pd.DataFrame:
        from govreports.words.segmentation import token_frame

        texts = [part for name, report in self.reports.items() for part in (name, report.text)]
        return self._store.frame(
            f"{layer}s",
            [self.engine, *texts],
            lambda: token_frame(self.reports, self.segmenter, layer),
        )

    # Claims

    @cached_property
    def _numbers(self) -> Mapping[str, Numbers]:
        from govreports.numbers.quantities import numbers

        return {name: numbers(report) for name, report in self.reports.items()}

    @property
    def counted(self) -> Mapping[str, tuple[Quantity, ...]]:
        """The quantities of each report."""
        return {name: found.quantities for name, found in self._numbers.items()}

    @cached_property
    def quantities(self) -> pd.DataFrame:
        """One row a quantity (frame ``quantities``)."""
        from govreports.numbers.summaries import quantity_frame

        return quantity_frame(self.counted)

    @cached_property
    def numerals(self) -> pd.DataFrame:
        """One row a numeral that is no quantity, with the reason (frame ``numerals``)."""
        return frame(
            "numerals",
            ((name, *row) for name, found in self._numbers.items() for row in found.others),
        )

    @cached_property
    def passages(self) -> pd.DataFrame:
        """One row a passage that stands at two places (frame ``passages``)."""
        from govreports.repeats.extent import passage_table
        from govreports.repeats.shared import passages_of

        return passage_table(self.reports, passages_of(self.reports))

    @cached_property
    def shared(self) -> pd.DataFrame:
        """One row a stretch that stands in another report too (frame ``shared``)."""
        from govreports.repeats.shared import shared_spans

        found = shared_spans(self.reports)
        return frame("shared", ((name, *s) for name, spans in found.items() for s in spans))

    @cached_property
    def near_repeats(self) -> pd.DataFrame:
        """One row a pair of sentences that say nearly the same (frame ``near_repeats``)."""
        from govreports.repeats.near_duplicates import near_repeats, near_table

        return near_table(self.reports, near_repeats(self.reports))

    # Years

    @cached_property
    def series(self) -> pd.DataFrame:
        """The reports of issuers that have several of one genre, by year (frame ``series``)."""
        from govreports.corpus.years import series

        return series(self.register)

    @cached_property
    def followed(self) -> pd.DataFrame:
        """Each plan with what the issuer's next report tells of it (frame ``followed``)."""
        from govreports.claims.followed import followed

        return followed(self.series, self.codings, self.segmenter)

    @cached_property
    def followed_rates(self) -> pd.DataFrame:
        """How many plans were taken up, repeated, dropped (frame ``followed_rates``)."""
        from govreports.claims.followed import followed_rates

        return followed_rates(self.followed)

    @cached_property
    def carried(self) -> pd.DataFrame:
        """The passages carried over from an issuer's report before (frame ``carried``)."""
        from govreports.repeats.carried import carried

        return carried(self.series, self.reports)

    @cached_property
    def over_time(self) -> pd.DataFrame:
        """Shares and rates of an issuer's reports by year (frame ``over_time``)."""
        from govreports.claims.over_time import over_time

        return over_time(self.series, self.reports, self.codings, self.quantities, self.carried)

    @cached_property
    def checks(self) -> pd.DataFrame:
        """One row a sum, rate or change that can be reckoned again (frame ``checks``)."""
        from govreports.numbers.arithmetic import check_table

        return check_table(self.reports, self.counted)

    @cached_property
    def outcomes(self) -> pd.DataFrame:
        """Where a report says how a case ended (frame ``outcomes``)."""
        from govreports.claims.outcomes import outcome_table

        return outcome_table(self.reports, self.counted)

    @cached_property
    def organs(self) -> pd.DataFrame:
        """Where an organ of the Party stands over what is reported (frame ``organs``)."""
        from govreports.claims.actors import organ_table

        return organ_table(self.reports)


# Each is made once in a process, however many analyses use it; none can be sent to another.


@cache
def packaged_codebook() -> Codebook:
    """The packaged codebook."""
    from govreports.codebook.loader import load_codebook

    return load_codebook()


@cache
def packaged_coder() -> Coder:
    """A coder by the packaged codebook."""
    from govreports.coding.coder import Coder

    return Coder(packaged_codebook())


@cache
def packaged_segmenter(engine: Engine) -> Segmenter:
    """A segmenter with the packaged dictionary and lexicon."""
    from govreports.words.segmenter import Segmenter

    return Segmenter(engine)
