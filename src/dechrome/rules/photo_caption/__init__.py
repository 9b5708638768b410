"""Captions, photo credits, alternative text beside them, VIRIN numbers, gallery counters.

A credit is told by its grammar (see `credit`), whatever the language; the caption before it in the same
line goes with it, the line before it only where that line has a caption's own signs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dechrome import blocks
from dechrome.phrases import PhraseRule
from dechrome.rules.photo_caption.credit import find_credit
from dechrome.rules.photo_caption.descriptions import descriptions
from dechrome.rules.photo_caption.images import images
from dechrome.rules.photo_caption.pairs import LABEL_ALONE, captions
from dechrome.rules.photo_caption.shapes import VIRIN, is_file_caption, is_paragraph, says_both_sides, says_side
from dechrome.rules.photo_caption.triggers import triggers
from dechrome.types import Document, Hit, Mark, Marks


@dataclass(frozen=True)
class PhotoCaption(PhraseRule):
    """Credits by their grammar, and the captions beside them."""

    take_captions: bool = True
    """Whether the caption in the line before a credit goes too, where it has a caption's own signs."""
    take_images: bool = True
    """Whether lines of Markdown go that are nothing but pictures."""

    @property
    def own_triggers(self) -> frozenset[str]:
        """What stands in every line that the grammar of credits can match."""
        return triggers()

    def match_known(self, line: str, known: Sequence[int], lang: str | None) -> Iterator[Hit]:
        """What the phrases and the grammar of credits say of one line."""
        yield from super().match_known(line, known, lang)
        if VIRIN.search(line) and len(line) <= 80:
            yield Hit(0, len(line), 0.95, "a photograph's identification number")
        if is_file_caption(line):
            yield Hit(0, len(line), 0.92, "the beginning of an archive picture's caption")
        if says_both_sides(line):
            yield Hit(0, len(line), 0.92, "who stands on which side")
        if LABEL_ALONE.match(line):
            yield Hit(0, len(line), 0.4, "a credit's label without a name")
        credit = find_credit(line)
        if credit is None:
            return
        before = line[: credit.start]
        if is_paragraph(before):
            if credit.sure >= 0.9:
                yield Hit(credit.start, len(line), credit.sure, f"{credit.why} behind a paragraph")
            return
        sure = credit.sure
        if credit.start and credit.sure < 0.5 and says_side(before):
            sure = 0.9
        yield Hit(0, len(line), sure, credit.why + (" behind a caption" if credit.start else ""))

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The captions beside credits, and the blocks of photographs with a number."""
        if self.take_images:
            yield from blocks.whole(document, self.name, images(document), 0.92, "nothing but a picture")
        if seen.lines(self.name):
            yield from captions(document, seen, self.name, take_captions=self.take_captions)
        if self.take_captions:
            yield from descriptions(document, seen, self.name)


RULE = PhotoCaption.beside(__file__)
