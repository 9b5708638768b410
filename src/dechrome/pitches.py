"""Weighing a line sentence by sentence: for chrome that is prose itself, such as pitches and consent texts.

Such a sentence is told by several cues at once. Counted over a whole paragraph they would add up by
accident, so each sentence stands for itself, and one that ends a paragraph goes without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from dechrome.confidence import together
from dechrome.fold import fold
from dechrome.phrases import PhraseRule
from dechrome.reported import is_reported
from dechrome.types import Hit

# What a sentence must hold to belong to a pitch, to begin one inside a paragraph, and to have the paragraph cut for it.
_PART = 0.2
_BEGINS = 0.5
_CUTS = 0.85
# Somebody's words about such a text are no such text.
_REPORTED = 0.4
_MOST = 0.97
_WITHOUT_CORE = 0.2
# What runs on for longer was joined from several lines; its cues may be of one of them only.
_LONGEST_SENTENCE = 400

_END = re.compile(
    r"[.!?\u2026\u061f\u0964\u06d4]+[\"'\u201d\u2019\u00bb)\]]*(?:\s+(?=[^\s\W]|[\"'\u201c\u00bf\u00a1(*@\u2013\u2014-])|(?=[A-Z\u0410-\u042f][a-z\u0430-\u044f]))|[\u3002\uff01\uff1f]+"
)
_BEFORE_END = re.compile(r"([^\W\d_]+)$")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st no nr vs inc corp jr sr gen sen rep gov col lt sgt z ca bzw usw art".split()
)
_QUOTED = re.compile(
    r'"[^"]*(?:"|$)|\u00ab[^\u00bb]*\u00bb|\u00bb[^\u00ab]*\u00ab|\u300c[^\u300d]*\u300d|\u300e[^\u300f]*\u300f|'
    r"(?<!\w)'[^']{12,}'(?:(?!\w)|(?=[\uac00-\ud7af]))"
)
_QUOTE = re.compile("[\"'\u00ab\u00bb\u300c\u300e]")  # in all of the above, and found much faster


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of `text` begins and ends; together they cover all of it.

    >>> text = "He left.Sign up now! Dr. Lima stays"
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['He left.', 'Sign up now! ', 'Dr. Lima stays']
    """
    spans, start = [], 0
    for end in _END.finditer(text):
        before = _BEFORE_END.search(text, max(0, end.start() - 12), end.start())
        short = before is not None and (len(before[0]) == 1 or before[0].lower() in _ABBREVIATIONS)
        if short and end[0][0] == ".":
            continue
        if end.end() < len(text):
            spans.append((start, end.end()))
            start = end.end()
    return [*spans, (start, len(text))] if start < len(text) else spans


def mask_quotes(text: str) -> str:
    """`text` of the same length with spaces for what stands in quotation marks; folded text is expected.

    >>> mask_quotes('the site says "sign up"')
    'the site says          '
    """
    if not _QUOTE.search(text):
        return text
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)


@dataclass(frozen=True)
class SentenceRule(PhraseRule):
    """A phrase rule whose `anywhere` phrases are cues that count sentence by sentence.

    A line goes where each of its sentences holds a cue; of another line, the sentences that end it go where
    their cues are strong. What stands in quotation marks holds no cue, and words of reporting weaken them.
    A subclass may say what else makes a sentence with a cue surer: `openers` a sentence begins with, a `voice`;
    and what it must name to be more than suspected: a `core`.

    >>> rule = SentenceRule.of("pitch", {"en": {"anywhere": [{"text": "our letter", "confidence": 0.9}]}})
    >>> [(hit.start, hit.end) for hit in rule.match("He left on Monday. Read more in our letter!")]
    [(18, 43)]
    >>> list(rule.match('He called it "our letter".'))
    []
    """

    core: ClassVar[re.Pattern[str] | None] = None
    openers: ClassVar[re.Pattern[str] | None] = None
    opener_weight: ClassVar[float] = 0.3
    voice: ClassVar[re.Pattern[str] | None] = None
    voice_weight: ClassVar[float] = 0.2

    def match_known(self, line: str, known: Sequence[int], lang: str | None) -> Iterator[Hit]:
        """What the phrases say of a line, with cues weighed by sentence."""
        cues = [i for i in known if self.phrases[i].kind == "anywhere"]
        yield from super().match_known(line, [i for i in known if self.phrases[i].kind != "anywhere"], lang)
        if not cues:
            return
        masked = mask_quotes(fold(line))

        def ask(text: str) -> Hit | None:
            return next(iter(PhraseRule.match_known(self, text, cues, lang)), None)

        whole = ask(masked)
        if whole is None:
            return
        spans = split_sentences(line)
        scores = []
        weak = self._surer(whole.confidence, opened=True, voiced=True) < _BEGINS
        for a, b in spans:
            scores.append(self._score(masked[a:b], ask(masked[a:b])))
            if weak and scores[-1][0] < _PART:
                return  # no sentence can be sure enough to go without this one
        if all(score >= _PART for score, _ in scores):
            yield Hit(0, len(line), _together(scores), _why(scores))
            return
        yield from self._at_the_end(line, spans, scores)

    def _at_the_end(self, line: str, spans: list[tuple[int, int]], scores: list[tuple[float, str]]) -> Iterator[Hit]:
        first = len(spans)
        while first and scores[first - 1][0] >= _PART:
            first -= 1
        while first < len(spans) and scores[first][0] < _BEGINS:
            first += 1
        if first < len(spans) and _together(scores[first:]) >= _CUTS:
            start = spans[first][0]
            start -= len(line[:start]) - len(line[:start].rstrip())
            yield Hit(start, len(line), _together(scores[first:]), _why(scores[first:]))
        elif any(score >= _BEGINS for score, _ in scores):
            best = max(scores)
            yield Hit(0, len(line), min(0.45, best[0] / 2), "in one sentence of several, " + best[1])

    def _score(self, sentence: str, hit: Hit | None) -> tuple[float, str]:
        """How surely a masked sentence with these cues belongs to a pitch, and why."""
        if hit is None or len(sentence) > _LONGEST_SENTENCE:
            return 0.0, ""
        start = sentence.lstrip(" \"'([-*\u2022>\u25ba\u2192\u00a1\u00bf")
        confidence = self._surer(
            hit.confidence,
            opened=self.openers is not None and bool(self.openers.match(start)),
            voiced=self.voice is not None and bool(self.voice.search(sentence)),
        )
        if is_reported(sentence):
            confidence *= _REPORTED
        if self.core is not None and not self.core.search(sentence):
            confidence = min(confidence, _WITHOUT_CORE)
        return confidence, hit.why

    def _surer(self, confidence: float, *, opened: bool, voiced: bool) -> float:
        """What cues are worth in a sentence with an opener, and with a voice."""
        doubt = 1 - confidence
        if opened:
            doubt *= 1 - self.opener_weight
        if voiced:
            doubt *= 1 - self.voice_weight
        return 1 - doubt


def _together(scores: list[tuple[float, str]]) -> float:
    """The two surest sentences agree; more would be counting the same thing again."""
    return min(_MOST, together(sorted((score for score, _ in scores), reverse=True)[:2]))


def _why(scores: list[tuple[float, str]]) -> str:
    return "; ".join(dict.fromkeys(why for _, why in scores if why))
