"""Labels that an extractor joined to a paragraph: behind its last sentence, or in front of its first.

A label is whatever a rule knows as a whole line ("Advertisement", "Share this article", "Read more: Title").
Behind a sentence it has no full stop; in front of one, a capital follows where no sentence has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dechrome import shape
from dechrome.fold import fold, trim
from dechrome.lazy import of_line
from dechrome.outlook import once
from dechrome.phrases import PhraseRule
from dechrome.search import PhraseSearch
from dechrome.types import Document, Hit, Line, Mark, Marks

# How sure a rule must be of a line to know it as a part of one, and how sure the part is.
_KNOWN, _SURE = 0.85, 0.88
# What stands beside a label is a sentence of so many words; a label has no more characters, and words in front.
_SENTENCE_WORDS, _LONGEST_LABEL, _LABEL_WORDS = 6, 120, 7
# What ends a sentence or a clause ends no label in front of one.
_STOPS = ".,;!?…。，"
_ELIDED = ("l'", "l’", "d'", "d’")
_MARK = re.compile(r"[.!?…。！？।۔؟]")
_END = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=[^\W\d_]{2}[)\]]))"
    r"(?:[.!?…]+[\"'”’»)\]]*|[。！？।۔؟][」』”]?)\s*(?=[^\s.!?…。！？।])"
)
_QUOTES = "\"“„«‘'(["
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# With a capital inside a line, these begin a sentence. ("Sie" does not: "Drucken Sie ..." is one.)
_OPENERS = frozenset(
    """
    the a an in on at it he she they we this that these those there when while after before for from with as if but and
    by since during some many most one two i
    der die das ein eine in im am auf bei mit nach seit er es wir wer wie wenn als für von zu vor um dass
    le la les un une des en dans au aux à il elle ils ce cette ces pour par sur avec après depuis selon on
    el los las una unos en al del por para con según tras desde lo este esta cuando si no más
    o os as um uma na no nos nas em ao à de do da dos das com por para segundo após ele ela este esta
    il lo gli i uno nel nella al alla con per dopo secondo è sono di da dal dalla
    de het een in op bij met na volgens hij zij er dit deze voor van
    en ett den det de i på vid med efter enligt han hon vi som när om för
    et ei på ved etter ifølge hun jeg da når
    se on hän he kun jos myös
    w na po z do od za przy o to ten ta jak gdy jest nie we ze
    v ve na po s se do od za při o to ten ta jak když je
    в на по с со из за к у о от до при для это как что он она они мы не после
    у в на з із за до від при для це як що він вона вони ми не після
    ο η το οι τα ένας μια στο στη στην στον από με για σε κατά μετά δεν
    bir bu ve
    di ke dari pada yang dengan untuk dalam para ini itu
    các một những trong khi theo với từ để tại
    """.split()
)


def joined(document: Document, seen: Marks, rule: PhraseRule) -> Iterator[Mark]:
    """Marks for the labels of a rule that are joined to a paragraph.

    >>> from dechrome.types import Line
    >>> rule = PhraseRule.of("ads", {"en": {"line": ["advertisement", "listen to this article"]}})
    >>> texts = ("He left the old town on Monday. Advertisement", "Listen to this article He left on the boat of noon.")
    >>> document = Document("", tuple(Line(text, 1, 0, len(text)) for text in texts))
    >>> [texts[m.line][m.hit.start : m.hit.end] for m in joined(document, Marks([]), rule)]
    [' Advertisement', 'Listen to this article ']
    """
    own = bool(rule.own_triggers)
    name = "seams" if seen.search else f"seams of {rule.name}"
    for seam, phrases in once(seen, name, lambda: _searched(_seams(document), seen.search, rule)):
        known = phrases.get(rule.name, ())
        if (known or own) and _knows(rule, seam, known, document.lang):
            text = document.lines[seam.line].text
            if seam.at_end:
                hit = Hit(len(text[: seam.column].rstrip()), len(text), _SURE, "a label joined to a paragraph's end")
            else:
                hit = Hit(0, seam.column, _SURE, "a label joined to a paragraph's beginning")
            yield Mark(seam.line, rule.name, hit)


class _Seam(NamedTuple):
    """The column of a line where a label could be joined to its end or its beginning, and what it would be."""

    line: int
    column: int
    label: str
    at_end: bool


def _knows(rule: PhraseRule, seam: _Seam, known: Sequence[int], lang: str | None) -> bool:
    """Whether a rule would take out a line of its own with this text; in front of a paragraph, for a whole phrase."""
    kind = "" if seam.at_end else "line "
    hits = (h for h in rule.match_known(seam.label, known, lang) if not h.keep and h.why.startswith(kind))
    return any(hit.confidence >= _KNOWN and hit.end - hit.start == len(seam.label) for hit in hits)


def _searched(
    seams: Sequence[_Seam], search: PhraseSearch | None, rule: PhraseRule
) -> list[tuple[_Seam, Mapping[str, Sequence[int]]]]:
    """The seams with the phrases to try on their labels, by rule: of all rules where there is a search for all."""
    keys = [trim(fold(seam.label)) for seam in seams]
    found = search(keys) if search else [{rule.name: known} for known in rule.known_in(keys)]
    return list(zip(seams, found, strict=True))


def _seams(document: Document) -> list[_Seam]:
    """Where a label could be joined: at ends, then in front."""
    tails: list[_Seam] = []
    heads: list[_Seam] = []
    for i, line in enumerate(document.lines):
        tail, columns = _seams_in(line) if line.text else (0, ())
        if tail:
            tails.append(_Seam(i, tail, line.text[tail:], at_end=True))
        heads += [_Seam(i, column, line.text[:column].rstrip(), at_end=False) for column in columns]
    return tails + heads


@of_line
def _seams_in(line: Line) -> tuple[int, tuple[int, ...]]:
    """The column behind the last sentence of a line (0 for none), and those where its first could begin."""
    if not line.is_prose and line.words <= _SENTENCE_WORDS:
        return 0, ()
    text, ends = line.text, line.ends_sentence
    tail = 0 if ends and shape.ends_in_stop(text) else _tail(text)
    columns = tuple(_heads(text)) if ends else ()
    return (tail, columns) if line.words > _SENTENCE_WORDS else (0, ())


def _tail(text: str) -> int:
    """The column behind the last sentence of a line that goes on; 0 where there is no sentence or no label."""
    marks = [mark.start() for mark in _MARK.finditer(text, max(0, len(text) - _LONGEST_LABEL - 20))]
    end = next((found.end() for at in reversed(marks) if (found := _END.match(text, at))), 0)
    if not end or len(text) - end > _LONGEST_LABEL or text[end].islower():
        return 0
    return end if _has_words(text[:end]) else 0


def _heads(text: str) -> Iterator[int]:
    """The columns among the first words of a line where its first sentence could begin."""
    words = text[:_LONGEST_LABEL].split()
    for k, word in enumerate(words[1 : _LABEL_WORDS + 1], start=1):
        if not word[0].islower() and words[k - 1][-1] not in _STOPS and _begins(word.lstrip(_QUOTES)):
            sentence = text.split(None, k)[k]
            if _has_words(sentence):
                yield len(text) - len(sentence)


def _has_words(text: str) -> bool:
    """Whether there are words enough for a sentence, as the first characters mostly tell."""
    return any(shape.count_words(part) >= _SENTENCE_WORDS for part in (text[:_LONGEST_LABEL], text))


def _begins(word: str) -> bool:
    """Whether a word inside a line could begin a sentence, and nothing else."""
    if not word[:1].isupper():
        return _UNSPACED.match(word) is not None
    small = word.lower().rstrip(",")
    return small in _OPENERS or small[:2] in _ELIDED
