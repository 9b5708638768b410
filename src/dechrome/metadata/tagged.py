"""Tags out of the lines that hold them: behind a label, below it, in a sentence about them, as hash words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dechrome import shape
from dechrome.dates import is_date
from dechrome.fold import fold, trim
from dechrome.metadata.fact import Part
from dechrome.metadata.labels import name_labels
from dechrome.rules import comments, tags

_LABEL = re.compile(r'^label "(?P<label>[^"]+)"')
_DELIMITER = re.compile(r"^\s*(?:[:：|»›>]+|[-–—]\s)\s*")
_SPLIT = re.compile(r"\s*[,\u060c、，;\u061b；|·•\n\t]\s*|\s+/\s+|\s+[-–—]\s+(?=#)|\s{3,}|\s(?=#)")
# "This entry was posted in News and tagged budget, council by Ana. Bookmark the permalink."
_SENTENCE = re.compile(
    r"(?i)\b(?:posted|filed|published|categori[sz]ed|tagged|étiqueté|publié|marqué|etiquetad[ao]|publicad[ao]|archivad[ao])"
    r" (?:(?:in|under|as|with|dans|avec|en|bajo|como|con)\b:? )?(?P<list>(?!on\b|am\b|by\b|el\b|le\b)[^.!?|]{2,200}?)"
    r"(?= and tagged| y etiquetad| et étiqueté| et marqué|\.(?:\s|$)|$| by | por | par |\s\|)"
    r"|\bunter (?P<unter>[^.!?]{2,120}?) (?:veröffentlicht|abgelegt|gespeichert)"
    r"|\bmit (?P<mit>[^.!?]{2,200}?) (?:verschlagwortet|getaggt)"
)
_CONJUNCTION = re.compile(r"^(?:and|und|et|y|e|och|og|en|i)\s+", re.IGNORECASE)
_LONGEST, _MOST_WORDS = 45, 6
_SECOND = re.compile(r"\s(?:tags?|tagged|keywords|categor(?:y|ies))\s?(?::|$)", re.IGNORECASE)
_MORE = re.compile(r"\d+ (?:more|weitere|más|mais)$")
# A row of so many bars is the head of a table.
_CELLS = 4


def tag_run(texts: Sequence[str]) -> list[list[Part]]:
    """The tags in the lines below a label; none at all where one of the lines is something else.

    >>> tag_run(["Tags", "budget", "town council"])[2], tag_run(["budget", "Name:", "Your comment"])
    ([Part(kind='tag', start=0, end=12, when=None, said=True)], [[], [], []])
    """
    found = [[] if is_label(text) or ":" in text else list(tagged(text, "below")) for text in texts]
    if all(parts or is_label(text) for parts, text in zip(found, texts, strict=True)):
        return found
    return [[] for _ in texts]


def is_label(text: str) -> bool:
    """Whether a line is the heading of a list of tags."""
    return trim(fold(text)) in _labels()


def tagged(text: str, why: str) -> Iterator[Part]:
    """The tags in a removed line; `why` is the removal's reason.

    >>> [text[p.start:p.end] for text in ["Tags: budget, town council"] for p in tagged(text, 'label "tags"')]
    ['budget', 'town council']
    """
    spans = list(_lists(text, why))
    for start, end in spans:
        yield from (Part("tag", left, right) for left, right in _pieces(text, start, end))


def _lists(text: str, why: str) -> Iterator[tuple[int, int]]:
    """Where lists of tags stand."""
    if is_label(text) or (text.lstrip().startswith("|") and text.count("|") >= _CELLS):
        return
    if label := _LABEL.match(why):
        at = text.lower().find(label["label"][:3].lower())
        begin = _end_of_label(text, max(at, 0), len(label["label"]))
        if begin:
            second = _SECOND.search(text, begin)
            yield begin, second.start() if second else len(text)
    elif "hash" in why or "below" in why:
        yield (_end_of_label(text, 0, 0) or 0), len(text)
    else:
        for match in _SENTENCE.finditer(text):
            group = match.lastgroup or "list"
            yield match.span(group)


def _end_of_label(text: str, start: int, length: int) -> int:
    """Where the list behind a label begins; 0 where no label ends as it must."""
    delimiter = _DELIMITER.match(text[start + length :]) if length else None
    return start + length + delimiter.end() if delimiter else 0


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in [*_SPLIT.finditer(text, start, end), None]:
        left, right = at, match.start() if match else end
        if joint := _CONJUNCTION.match(text[left:right].lstrip(" ")) if left > start else None:
            left += joint.end()
        piece = text[left:right]
        bare = piece.strip(" \t#*•-–—.,:|[](){}\"'“”«»")
        if _is_tag(bare):
            left += piece.index(bare)
            yield left, left + len(bare)
        at = match.end() if match else end


def _is_tag(text: str) -> bool:
    """Whether a piece has a tag's size, and is no part of a form or a date."""
    if not text or shape.width(text) > _LONGEST or shape.count_words(text) > _MOST_WORDS or ":" in text:
        return False
    if (
        not any(map(str.isalpha, text))
        or is_date(text)
        or _MORE.search(text)
        or re.search(r"\(\d", text)
        or text.endswith(("?", "!"))
    ):
        return False
    return not name_labels().whole(text) and not any(comments.RULE.match(text))


@cache
def _labels() -> frozenset[str]:
    return frozenset(p.text for p in tags.RULE.phrases if p.kind in ("line", "label"))
