"""From marks to cuts: one pure function that weighs what the rules propose against what protects a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dechrome.types import Document, Line, Mark

# A line with the shape of a paragraph is article text 95 times of 100, so only the surest proposals count there.
PROSE_CONFIDENCE = 0.9
# Where more than this share of a text would go, only the surest proposals are followed.
CAP = 0.95
CAP_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class Cut:
    """Columns `[start, end)` of one line that go, by the surest of the marks that say so."""

    line: int
    start: int
    end: int
    mark: Mark
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A mark that is not followed, and what spoke against it."""

    mark: Mark
    reason: str


def decide(
    document: Document, marks: Iterable[Mark], threshold: Callable[[str], float], cap: float = CAP
) -> tuple[list[Cut], list[Refusal]]:
    """The cuts to make in `document`, in order and without overlap, and the proposals not followed.

    `threshold` gives the least confidence at which a rule's proposals count; `cap` is the largest share
    of the document's characters that may go on proposals of less than 0.9.
    """
    by_line: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_line[mark.line].append(mark)
    cuts: list[Cut] = []
    refusals: list[Refusal] = []
    for index in sorted(by_line):
        accepted = []
        for mark in sorted(by_line[index], key=_rank):
            reason = _objection(mark, document.lines[index], by_line[index], threshold)
            if reason:
                refusals.append(Refusal(mark, reason))
            elif not mark.hit.keep:
                accepted.append(mark)
        cuts += _merge(accepted)
    return _capped(document, cuts, refusals, cap)


def _rank(mark: Mark) -> tuple[float, int, int, str, str]:
    """Surest first; of two as sure, the one that takes more; then by name, so that order never matters."""
    hit = mark.hit
    return -hit.confidence, hit.start - hit.end, hit.start, mark.rule, hit.why


def _objection(mark: Mark, line: Line, others: Sequence[Mark], threshold: Callable[[str], float]) -> str:
    """What speaks against following a mark; empty where nothing does."""
    hit = mark.hit
    if hit.keep:
        return ""
    if hit.confidence < threshold(mark.rule):
        return f"below the threshold of {threshold(mark.rule):g}"
    for other in others:
        keep = other.hit
        if keep.keep and keep.confidence >= hit.confidence and keep.start < hit.end and hit.start < keep.end:
            return f"kept by {other.rule}: {keep.why}"
    whole = 2 * (hit.end - hit.start) > len(line.text)
    if whole and line.is_prose and hit.confidence < PROSE_CONFIDENCE:
        return f"has the shape of a paragraph, which needs {PROSE_CONFIDENCE:g}"
    return ""


def _merge(accepted: Sequence[Mark]) -> list[Cut]:
    """One cut for each stretch of overlapping marks, in the name of the surest."""
    cuts: list[Cut] = []
    for mark in sorted(accepted, key=lambda m: (m.hit.start, -m.hit.end)):
        hit = mark.hit
        if cuts and hit.start < cuts[-1].end:
            last = cuts.pop()
            best, other = sorted([last.mark, mark], key=_rank)
            names = {*last.also, other.rule} - {best.rule}
            cuts.append(Cut(mark.line, last.start, max(last.end, hit.end), best, tuple(sorted(names))))
        elif hit.start < hit.end:
            cuts.append(Cut(mark.line, hit.start, hit.end, mark))
    return cuts


def _capped(
    document: Document, cuts: list[Cut], refusals: list[Refusal], cap: float
) -> tuple[list[Cut], list[Refusal]]:
    total = sum(len(line.text) for line in document.lines)
    if sum(cut.end - cut.start for cut in cuts) <= cap * total:
        return cuts, refusals
    reason = f"more than {cap:.0%} of the text would go"
    unsure = [cut for cut in cuts if cut.mark.hit.confidence < CAP_CONFIDENCE]
    sure = [cut for cut in cuts if cut.mark.hit.confidence >= CAP_CONFIDENCE]
    return sure, refusals + [Refusal(cut.mark, reason) for cut in unsure]
