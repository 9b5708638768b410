"""Threads of readers' comments, told by their frames: a name, a time, a text, a link to reply."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dechrome import blocks
from dechrome.lazy import lazy
from dechrome.types import Document, Marks

from .frames import FORM, NAMED, REPLY, SAYS, STAMP, VOTES, frame_of, is_heading, is_text, reader_of

# How many lines may stand between a heading and its first frame, and between two frames; and sentences among them.
_TO_FIRST = 5
_SENTENCES_TO_FIRST = 2
_TO_NEXT = 14
_SENTENCES_TO_NEXT = 8
_LAST_TEXT = 8
# So many names with times in a run need no heading and no answer.
_NAMED_ALONE = 4
_PROSE_BEFORE = 2
# A line that another rule knows this surely is no comment's text.
_CLAIMED = 0.5


@dataclass(frozen=True, slots=True)
class Thread:
    """Lines `[start, stop)` that hold comments, and whether their frames leave no doubt."""

    start: int
    stop: int
    sure: bool


def find_threads(document: Document, seen: Marks, rule: str) -> Iterator[Thread]:
    """The threads of comments behind the story: under a heading, or where frames follow each other."""
    lines = document.lines
    filled = [i for i, line in enumerate(lines) if line.text]
    first = _after_story(document, seen)
    if first is None:
        return
    kinds = {i: kind for i in filled if i >= first and (kind := _kind(document, i, seen, rule))}
    if not kinds:
        return
    _unname(document, kinds)
    place = {i: k for k, i in enumerate(filled)}
    frames = _Frames(document, filled, {place[i]: kind for i, kind in kinds.items()})
    done, none = -1, {True: -1, False: -1}
    for k in range(place[filled[0]], len(filled)):
        i = filled[k]
        if k <= done or i < first:
            continue
        heading = is_heading(lines[i].key)
        if k <= none[heading] or not (heading or kinds.get(i) in (SAYS, NAMED, STAMP)):
            continue
        run = frames.run(k)
        counts = [kinds[filled[f]] for f in run]
        if not _is_thread(counts, heading=heading):
            none[heading] = run[-1] if run else k  # what is left of it is no thread either
            continue
        if not heading and _begins_story(document, filled, run):
            continue
        if heading and not _telling(counts) and any(blocks.is_sentence(document, filled[b]) for b in range(k, run[0])):
            continue  # a time behind a text is a teaser's
        start, last = k, run[-1]
        if not heading and (kinds[i] == STAMP or " " not in lines[i].key) and k and lines[filled[k - 1]].is_label:
            start -= 1
        stop = last + 1
        if counts[-1] not in (REPLY, FORM):
            stop = _end(document, filled, last, max(1, _longest(run)), seen)
        telling = _telling(counts)
        sure = telling >= 2 or (heading and FORM in counts and (telling >= 1 or counts.count(VOTES) >= 2))
        yield Thread(filled[start], filled[stop - 1] + 1, sure)
        done = stop - 1


def _after_story(document: Document, seen: Marks) -> int | None:
    """The first line that may be a comment: some paragraphs must stand before it."""
    told = blocks.running_text(document, seen)
    return told[_PROSE_BEFORE - 1] + 1 if len(told) >= _PROSE_BEFORE else None


def _begins_story(document: Document, filled: Sequence[int], run: Sequence[int]) -> bool:
    """Whether the first of these frames is the story's own byline: paragraphs follow it, and none stands above."""
    first, second = filled[run[0]], filled[run[1]]
    return any(line.is_prose for line in document.lines[first:second]) and not any(
        line.is_prose for line in document.lines[:first]
    )


def _unname(document: Document, kinds: dict[int, str]) -> None:
    """Take what stands before every time for no name where it is one and the same ("Doors open", "Edition of")."""
    found = {i: reader_of(document.lines[i]) for i, kind in kinds.items() if kind == NAMED}
    names = {i: name for i, name in found.items() if name}
    if len(names) > 1 and len(set(names.values())) == 1:
        kinds.update((i, STAMP) for i in names)


def _kind(document: Document, position: int, seen: Marks, rule: str) -> str:
    """Which part of a comment's frame a line is; empty for none."""
    line = document.lines[position]
    if kind := frame_of(line):
        return kind
    sure = seen.confidence(position, rule) >= 0.9
    return FORM if sure and (is_text(line) or not is_heading(line.key)) else ""


@dataclass(frozen=True)
class _Frames:
    """The frames of a text by place: their kinds, in order, and where the run that each is part of ends."""

    document: Document
    filled: Sequence[int]
    kinds: Mapping[int, str]

    @lazy
    def order(self) -> list[int]:
        return list(self.kinds)

    @lazy
    def stops(self) -> list[int]:
        """For each frame, how many stand before the end of its run."""
        stops = [len(self.order)] * len(self.order)
        for k in range(len(self.order) - 2, -1, -1):
            at, frame = self.order[k : k + 2]
            stops[k] = stops[k + 1] if self._follows(at, frame, _TO_NEXT, _SENTENCES_TO_NEXT) else k + 1
        return stops

    def run(self, start: int) -> list[int]:
        """The frames that follow `start` without too much between them."""
        k = bisect_left(self.order, start)
        if k == len(self.order) or not self._follows(start, self.order[k], _TO_FIRST, _SENTENCES_TO_FIRST):
            return []
        return self.order[k : self.stops[k]]

    def _follows(self, at: int, frame: int, room: int, sentences: int) -> bool:
        """Whether so little stands between two places that both belong to one thread."""
        if frame - at - 1 > room:
            return False
        between = [self.filled[place] for place in range(at + 1, frame)]
        most = _SENTENCES_TO_FIRST if FORM in (self.kinds.get(at), self.kinds[frame]) else sentences
        if sum(blocks.is_sentence(self.document, i) for i in between) > most:
            return False
        return not any(_counts(self.document.lines[i].key) for i in between)  # of other comments


def _counts(key: str) -> bool:
    """Whether a heading says how many comments stand below it; one that only calls for more may stand by each."""
    return any(map(str.isdigit, key)) and is_heading(key)


def _is_thread(counts: Sequence[str], *, heading: bool) -> bool:
    """Whether these parts are those of comments."""
    telling = _telling(counts)
    if heading:
        return len(counts) >= 2 and (telling >= 1 or counts.count(STAMP) >= 2 or counts.count(VOTES) >= 3)
    # A list of stories has names and times too, but nothing to answer to.
    answers = counts.count(REPLY) + counts.count(SAYS)
    framed = any(kind in counts for kind in (REPLY, NAMED, STAMP))
    return (len(counts) >= 4 and answers >= 2 and framed) or counts.count(NAMED) >= _NAMED_ALONE


def _telling(counts: Sequence[str]) -> int:
    """How many of these parts hardly stand anywhere but around comments."""
    return counts.count(REPLY) + counts.count(SAYS) + counts.count(NAMED)


def _longest(run: Sequence[int]) -> int:
    """The most lines that stand between two frames of a thread."""
    return min(_LAST_TEXT, max((after - before - 1 for before, after in pairwise(run)), default=1))


def _end(document: Document, filled: Sequence[int], last: int, longest: int, seen: Marks) -> int:
    """The place behind a thread whose last frame, at `last`, announces a text: as long as the others at most."""
    stop = last + 1
    while stop < len(filled) and stop <= last + longest:
        i = filled[stop]
        first = stop == last + 1 and seen.confidence(i) < _CLAIMED
        if is_heading(document.lines[i].key) or not (first or blocks.is_sentence(document, i)):
            break
        stop += 1
    return stop
