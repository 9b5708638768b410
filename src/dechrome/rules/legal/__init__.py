"""Copyright, licenses, terms, republication notes and disclaimers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dechrome.blocks import is_sentence, runs, whole
from dechrome.phrases import PhraseRule
from dechrome.pitches import split_sentences
from dechrome.sentences import quoted, widen
from dechrome.templates import is_name
from dechrome.types import Document, Hit, Mark, Marks

from .masthead import masthead
from .notices import is_companion, is_extract_note, speaks_of

_COPYRIGHT = re.compile(r"(?i)^\W*(?:copyright\b|©|ⓒ|\(c\))")
_HEADED = re.compile(
    r"(?i)^\W*(?:(?:(?:affiliate|legal|medical|advertiser|editorial) )?(?:disclaimer|disclosure)s?\b(?:\(s\))?|"
    r"haftungsausschluss|avertissement|descargo de responsabilidad|aviso legal|免责声明|免責聲明|声明|聲明)\W*[:：】]"
)  # fmt: skip
# A paragraph that opens with a copyright line is one notice, but a page in one line is not.
_LONGEST_NOTICE = 700
_LONGEST_OWNER = 60
_YEARS = re.compile(r"(?i)copyright|\(c\)|\d{2,4}")
# What the patterns of reserved rights hold, and of texts that a machine wrote.
_RIGHTS = ("rights?", "著作权)所有", "всі) права", "(?:this|the) (?:article|story|summary")
_EVIDENCE = 0.35
_GRADES = ((0.9, 1.01), (0.5, 0.9), (0.0, 0.5))


@dataclass(frozen=True)
class Legal(PhraseRule):
    """Notices by their sentences; labels of legal pages and mastheads by their place.

    A sentence that could also be part of a story goes only within `edge` lines of the text's start or end,
    or beside another notice. `min_run` is how many labels of legal pages in turn make a footer.
    """

    edge: int = 6
    min_run: int = 2

    def match_known(self, line: str, known: Sequence[int], lang: str | None) -> Iterator[Hit]:
        """The phrases' hits, with those of sentences widened to whole sentences."""
        patterns: list[Hit] = []
        for hit in super().match_known(line, known, lang):
            if hit.why.startswith("pattern"):
                patterns.append(hit)
            else:
                yield hit
        if not patterns or is_extract_note(line):
            return
        sure = [hit for hit in patterns if hit.end - hit.start == len(line) or not _is_told_of(line, hit)]
        for low, high in _GRADES:
            hits = [h for h in sure if low <= h.confidence < high]
            if hits:
                best = max(hits, key=lambda h: h.confidence)
                for start, end in _sentences(line, hits):
                    yield Hit(start, end, best.confidence, best.why)
                return

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """Raises what was only evidence where it stands at an end of the text or beside another notice."""
        lines = document.lines
        own = [i for i in seen.lines(self.name) if seen.confidence(i, self.name) >= _EVIDENCE]
        filled = [i for i, line in enumerate(lines) if line.text] if own else []
        place = {i: k for k, i in enumerate(filled)}
        sure = {i for i in own if seen.confidence(i, self.name) >= 0.5}
        body = document.body
        for run in runs([place[i] for i in own]):
            positions = [filled[k] for k in run]
            backed = any(i in sure for i in positions)
            for i in positions:
                if i in sure:
                    continue
                labels = all(_is_label(document, j) for j in positions)
                outside = i not in body or not body
                at_edge = place[i] < self.edge or place[i] >= len(filled) - self.edge
                if _is_label(document, i):
                    raised = backed or (labels and outside and len(positions) >= self.min_run and _behind(i, body))
                else:
                    raised = backed or at_edge or not _prose_on_both_sides(document, filled, place[i])
                if raised:
                    for mark in seen.on(i, self.name):
                        why = "a legal notice in its place: " + mark.hit.why
                        yield replace(mark, hit=replace(mark.hit, confidence=0.92, why=why))
        last = next((i for i in reversed(range(len(lines))) if is_sentence(document, i)), len(lines))
        if run_of_roles := masthead(document, range(last + 1, len(lines))):
            yield from whole(document, self.name, run_of_roles, 0.75, "the masthead behind the article")


def _is_told_of(line: str, hit: Hit) -> bool:
    """Whether somebody quotes a notice, or goes on to speak of it."""
    if quoted(line, hit.start):
        return True
    if not _is_of_rights(hit):
        return False
    end = next(end for _, end in split_sentences(line) if hit.end <= end)
    return speaks_of(line[hit.end : end])


def _is_of_rights(hit: Hit) -> bool:
    return any(word in hit.why for word in _RIGHTS)


def _sentences(line: str, hits: list[Hit]) -> list[tuple[int, int]]:
    """The stretches of a line that go with the patterns found in it."""
    opens = _HEADED.match(line) or (_COPYRIGHT.match(line) and any(h.start == 0 for h in hits))
    if opens and len(line) <= _LONGEST_NOTICE and hits[0].confidence >= _GRADES[0][0]:
        return [(0, len(line))]
    companion = _owner if any(map(_is_of_rights, hits)) else is_companion
    return widen(line, [(h.start, h.end) for h in hits], companion)


def _owner(sentence: str) -> bool:
    """Whether what stands beside reserved rights says whose they are, and since when."""
    bare = _YEARS.sub("", sentence).strip(" .,-|·©")
    return not bare or (len(bare) <= _LONGEST_OWNER and is_name(bare)) or is_companion(sentence)


def _is_label(document: Document, i: int) -> bool:
    return document.lines[i].is_label


def _behind(i: int, body: range) -> bool:
    return not body or i >= body.stop


def _prose_on_both_sides(document: Document, filled: list[int], at: int) -> bool:
    lines = document.lines
    return at > 0 and at + 1 < len(filled) and lines[filled[at - 1]].is_prose and lines[filled[at + 1]].is_prose


RULE = Legal.beside(__file__)
