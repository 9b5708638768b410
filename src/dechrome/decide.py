"""From marks to cuts: one pure function that weighs what the rules propose against what protects a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from dechrome.confidence import together
from dechrome.types import Document, Evidence, Line, Mark

# A line with the shape of a paragraph is article text 95 times of 100, so only the surest proposals count there.
PROSE_CONFIDENCE = 0.9
# Where more than this share of a text would go, only the surest proposals are followed.
CAP = 0.95
CAP_CONFIDENCE = 0.9
# What several rules say is never surer than this: they look at the same words.
_MOST = 0.97


class Cut(NamedTuple):
    """Columns `[start, end)` of one line that go: by the surest of the marks that say so, on all this evidence."""

    line: int
    start: int
    end: int
    mark: Mark
    confidence: float
    evidence: tuple[Evidence, ...] = ()


class Refusal(NamedTuple):
    """A mark that is not followed, what all evidence for it makes together, and what spoke against it."""

    mark: Mark
    confidence: float
    reason: str


def decide(
    document: Document,
    marks: Iterable[Mark],
    threshold: Callable[[str], float],
    cap: float = CAP,
    prose: float = PROSE_CONFIDENCE,
) -> tuple[list[Cut], list[Refusal]]:
    """The cuts to make in `document`, in order and without overlap, and the proposals not followed.

    `threshold` gives the least confidence at which a rule's proposals count; `cap` is the largest share
    of the document's characters that may go on proposals of less than 0.9; `prose` the least confidence
    at which a whole paragraph goes.
    """
    by_line: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_line[mark.line].append(mark)
    cuts: list[Cut] = []
    refusals: list[Refusal] = []
    for index in sorted(by_line):
        accepted = []
        line, others = document.lines[index], by_line[index]
        if len(others) > 1:
            others.sort(key=_rank)
        for mark in others:
            if mark.hit.keep:
                continue
            evidence = _evidence(mark, others)
            confidence = _weigh(*[one.confidence for one in evidence])
            reason = _objection(mark, confidence, line, others, threshold(mark.rule), prose)
            if reason:
                refusals.append(Refusal(mark, confidence, reason))
            else:
                accepted.append(Cut(index, mark.hit.start, mark.hit.end, mark, confidence, evidence))
        if accepted:
            cuts += _merge(accepted)
    return _capped(document, cuts, refusals, cap)


@lru_cache(maxsize=1024, typed=True)  # the same few again and again
def _weigh(*confidences: float) -> float:
    """What evidence, the mark's own first, makes together; never less than its surest part."""
    return max(*confidences, min(_MOST, round(together(confidences), 6)))


def _evidence(mark: Mark, others: Sequence[Mark]) -> tuple[Evidence, ...]:
    """What speaks for a mark: itself, and what other rules say of all its columns, surest first as `others` are.

    Each rule counts once, with the surest of what it says; and so does each reason, as two rules that
    know the same phrase know no more than one.
    """
    if len(others) == 1:
        return (Evidence(mark.rule, mark.hit.why, mark.hit.confidence),)
    rules, reasons, start, end = {mark.rule}, {mark.hit.why}, mark.hit.start, mark.hit.end
    found = [Evidence(mark.rule, mark.hit.why, mark.hit.confidence)]
    for other in others:
        hit = other.hit
        if hit.keep or hit.start > start or hit.end < end:
            continue
        if other.rule in rules or hit.why in reasons:
            continue
        rules.add(other.rule)
        reasons.add(hit.why)
        found.append(Evidence(other.rule, hit.why, hit.confidence))
    return tuple(found)


def _rank(mark: Mark) -> tuple[float, int, int, str, str]:
    """Surest first; of two as sure, the one that takes more; then by name, so that order never matters."""
    hit = mark.hit
    return -hit.confidence, hit.start - hit.end, hit.start, mark.rule, hit.why


def _objection(
    mark: Mark, confidence: float, line: Line, others: Sequence[Mark], threshold: float, prose: float
) -> str:
    """What speaks against following a mark; empty where nothing does."""
    hit = mark.hit
    if confidence < threshold:
        return f"below the threshold of {threshold:g}"
    for other in others:
        keep = other.hit
        if keep.keep and keep.confidence >= confidence and keep.start < hit.end and hit.start < keep.end:
            return f"kept by {other.rule}: {keep.why}"
    if 2 * (hit.end - hit.start) <= len(line.text):
        return ""
    if confidence < prose and line.is_prose:
        return f"has the shape of a paragraph, which needs {prose:g}"
    if hit.confidence < threshold and line.is_sentence:
        return "reads as a sentence, and no sign of it is enough by itself"
    return ""


def _merge(accepted: list[Cut]) -> list[Cut]:
    """One cut for each stretch of overlapping cuts, in the name of the surest."""
    if len(accepted) == 1 and accepted[0].start < accepted[0].end:
        return accepted
    cuts: list[Cut] = []
    for cut in sorted(accepted, key=lambda c: (c.start, -c.end)):
        if cuts and cut.start < cuts[-1].end:
            last = cuts.pop()
            best, other = sorted([last, cut], key=lambda c: _rank(c.mark))
            evidence = best.evidence + tuple(one for one in other.evidence if one.rule not in _rules(best))
            confidence = max(best.confidence, other.confidence)
            cuts.append(Cut(cut.line, last.start, max(last.end, cut.end), best.mark, confidence, evidence))
        elif cut.start < cut.end:
            cuts.append(cut)
    return cuts


def _rules(cut: Cut) -> set[str]:
    return {one.rule for one in cut.evidence}


def _capped(
    document: Document, cuts: list[Cut], refusals: list[Refusal], cap: float
) -> tuple[list[Cut], list[Refusal]]:
    if cap >= 1 or not cuts:
        return cuts, refusals
    total = sum(len(line.text) for line in document.lines)
    if sum(cut.end - cut.start for cut in cuts) <= cap * total:
        return cuts, refusals
    reason = f"more than {cap:.0%} of the text would go"
    unsure = [cut for cut in cuts if cut.confidence < CAP_CONFIDENCE]
    sure = [cut for cut in cuts if cut.confidence >= CAP_CONFIDENCE]
    return sure, refusals + [Refusal(cut.mark, cut.confidence, reason) for cut in unsure]
