"""What cleaning a text gives: the article, everything that was taken out, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dechrome.align import Match
from dechrome.cutting import source_matches
from dechrome.errors import unknown
from dechrome.types import Declined, Document, Removal

if TYPE_CHECKING:
    from dechrome.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference: `source[start:end] == before` became `text[at:at + len(after)] == after`."""

    start: int
    end: int
    before: str
    at: int
    after: str


@dataclass(frozen=True)
class Result:
    r"""The cleaned text and how it came about.

    >>> from dechrome import explain
    >>> result = explain("The vote is on Tuesday.\nAdvertisement\nIt will be close.")
    >>> [(r.rule, r.text, r.start, r.end) for r in result.removals]
    [('advertisement', 'Advertisement', 24, 37)]
    >>> result.restore() == result.source
    True
    """

    text: str
    removals: tuple[Removal, ...]
    """What was taken out, in order of the source."""
    declined: tuple[Declined, ...]
    """What was proposed and not taken out, with the reason."""
    document: Document
    """The source as it was read."""
    kept: Document
    """What is left of it: the lines of `text`."""

    @property
    def source(self) -> str:
        """The text that was given."""
        return self.document.source

    @property
    def lang(self) -> str | None:
        """The language by which the text was cleaned, as an ISO 639-1 code; None where it could not be told."""
        return self.kept.lang

    @property
    def has_article(self) -> bool:
        r"""Whether what is left has any running text; False where it is empty, or nothing but titles and labels.

        >>> from dechrome import explain
        >>> explain("Home\nNews\nLog in").has_article
        False
        """
        return any(line.is_sentence for line in self.kept.lines)

    @property
    def counts(self) -> Mapping[str, int]:
        """The number of characters of the source that each rule removed, by name."""
        counts: Counter[str] = Counter()
        for removal in sorted(self.removals, key=lambda r: r.rule):
            counts[removal.rule] += removal.end - removal.start
        return dict(counts)

    def render(self, output: str) -> str:
        r"""What is left, as `text`, `markdown` or `html`; of a page with its headings, lists, links and pictures.

        HTML is a fragment without scripts, styles or anything else that could run. Raises ConfigError for another name.

        >>> from dechrome import explain
        >>> explain("<h1>The bridge</h1><p>It is <b>open</b>.</p>", only=["share_bar"]).render("markdown")
        '# The bridge\n\nIt is **open**.'
        """
        from dechrome.formats import OUTPUTS
        from dechrome.render import render

        if output not in OUTPUTS:
            raise unknown("output", output, OUTPUTS)
        captions = {removal.line for removal in self.removals if removal.rule == "photo_caption"}
        return render(self.document, self.kept, output, captions)

    @cached_property
    def metadata(self) -> Metadata:
        """What a page states of its article, and what the removed lines say of it: authors, dates, credits, tags ..."""
        from dechrome.metadata import Metadata
        from dechrome.metadata.gather import gather
        from dechrome.metadata.stated import stated

        return Metadata((*stated(self.document.meta), *gather(self.removals, self.kept).facts))

    @cached_property
    def _matches(self) -> tuple[Match, ...]:
        """The runs of characters that source and text share, line by line, with the newlines between."""
        matches: list[Match] = []
        offset = 0
        if self.kept.verbatim:
            for start, end in self.kept.places():
                matches.append(Match(start, offset, end - start))
                offset += end - start
            return tuple(matches)
        for line in self.kept.lines:
            matches += [Match(m.source, m.text + offset, m.length) for m in source_matches(self.source, line)]
            offset += len(line.text) + 1
            newline = line.end + self.source.startswith("\r\n", line.end)
            # Of two cells in one row, the row's end is that of one.
            new = not matches or newline >= matches[-1].source + matches[-1].length
            if new and self.source.startswith("\n", newline) and offset <= len(self.text):
                matches.append(Match(newline, offset - 1, 1))
        return tuple(matches)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """Every difference between source and text, removed or normalized, in order and without overlap."""
        edits = []
        at_source = at_text = 0
        for match in (*self._matches, Match(len(self.source), len(self.text), 0)):
            before = self.source[at_source : match.source]
            after = self.text[at_text : match.text]
            if before or after:
                edits.append(Edit(at_source, match.source, before, at_text, after))
            at_source, at_text = match.source + match.length, match.text + match.length
        return tuple(edits)

    def restore(self) -> str:
        """The source again, exactly, made from `text` and `edits` alone."""
        parts, at = [], 0
        for edit in self.edits:
            parts += [self.text[at : edit.at], edit.before]
            at = edit.at + len(edit.after)
        return "".join([*parts, self.text[at:]])

    def source_offset(self, offset: int) -> int:
        """The place in the source of the character at `offset` of the text.

        A character that normalization made stands for what it was made from. Raises IndexError for an
        offset outside the text.
        """
        if not 0 <= offset < len(self.text):
            raise IndexError(f"offset {offset} is outside the text, which has {len(self.text)} characters")
        k = bisect_right(self._matches, offset, key=lambda m: m.text) - 1
        if k < 0:
            return 0
        match = self._matches[k]
        return match.source + min(offset - match.text, match.length)
