"""Captions and the credits behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dechrome import shape
from dechrome.metadata.fact import Part
from dechrome.rules.photo_caption.credit import find_credit
from dechrome.rules.photo_caption.words import WORDS, alternatives

_AROUND = " \t()[]{}（）【】［］|/,;:：–—-=＝*•_"
_SIGN = r"(?:©|ⓒ|Ⓒ|\([cC]\)|[Cc]opyright\b:?)"
_TOOK = re.compile(r"\s*(?:摄影|攝影|摄|攝|供图|供圖|撮影|翻攝|提供)$|^(?:图为|圖為)")
_RIGHTS = re.compile(r"[/,.\s]*(?:copyright \d{4}\b.*|all rights reserved\.?)$", re.IGNORECASE)
_COURTESY = re.compile(r"(?i)^(?:(?:photo|image|picture)s? )?courtesy:? (?:of )?")
# What the labels of a caption's rule introduce, where it is not the caption.
_CREDIT_LABEL = re.compile(r"(?i)recht|quelle|nachweis|cr[ée]dit|source|by\b|courtesy|фотограф|来源|來源|图源")
_CAPTION_LABEL = re.compile(
    r"(?i)\s*(?:(?:image |photo |header )?caption|header image|legende|bildunterschrift|bildtext|légende|pie de foto|"
    r"legenda|didascalia|bijschrift|bildetekst|billedtekst|kuvateksti|podpis|подпись)\s*:\s*"
)
# What is left of a credit in two parts, in front of the second.
_CREDIT_TAIL = re.compile(
    r"\s+(?:(?:Copyright|©)\s[^.!?]{3,40}|Photographer|Fotograf(?:in)?|Photo|Foto|Bild|Credit)\W*$"
)
_QUIET = ("line ", "pattern ", "a counter ")
_NO_HOLDER = re.compile(r"《|\.\.\.$|…$|^\d+ |^\W*$")
# So many words has a caption at least, and who is credited at most.
_FEWEST_WORDS, _MOST_WORDS = 3, 12


@cache
def _label() -> re.Pattern[str]:
    words = alternatives(WORDS["picture"] + WORDS["source"])
    mark = r"(?:\s?[:：=＝|]|\s?/|\s[-–—]|(?<=\.)|\s(?:by|courtesy(?: of)?|from|via)\b|(?=\s*©))"
    return re.compile(rf"(?i)^(?:{_SIGN}\s*)?(?:{words}){mark}\s*(?:by\s)?|^{_SIGN}\s*")


def pictured(text: str, why: str) -> Iterator[Part]:
    """The caption and the credit that a removed line of a picture holds; `why` is the removal's reason.

    >>> text = "The harbor at dawn, seen from the mole. (Photo: Ana Lima/AFP)"
    >>> [(part.kind, text[part.start:part.end]) for part in pictured(text, "")]
    [('caption', 'The harbor at dawn, seen from the mole.'), ('credit', 'Ana Lima/AFP')]
    """
    credit = find_credit(text)
    if credit is None:
        yield from _without_credit(text, why)
        return
    start = credit.start
    while text[:start].count("(") > text[:start].count(")") and (more := find_credit(text[:start].rstrip(" .,;"))):
        if more.start >= start:
            break
        start = more.start  # "(Photo: Ana Lima. Courtesy of the museum)"
    yield from _caption(text, 0, start)
    if "note" not in credit.why or credit.why == "a picture's note in brackets":
        yield from _holder(text, start)


def _holder(text: str, start: int) -> Iterator[Part]:
    """Who is named in a credit that begins at `start`, without its label, brackets and sign."""
    end = len(text)
    while True:
        start, end = _narrowed(text, start, end)
        inner = text[start:end]
        lead = _label().match(inner) or _COURTESY.match(inner)
        if bar := re.search(r"\s\|\s[^|]*:", inner):
            end = start + bar.start()
            continue
        took, rights = _TOOK.search(inner), _RIGHTS.search(inner)
        if lead and lead.end():
            start += lead.end()
        elif took:
            start, end = (start, start + took.start()) if took.start() else (start + took.end(), end)
        elif rights and rights.start():
            end = start + rights.start()
        else:
            break
    holder = text[start:end]
    if holder and shape.count_words(holder) <= _MOST_WORDS and not _NO_HOLDER.search(holder):
        yield Part("credit", start, end)


def _without_credit(text: str, why: str) -> Iterator[Part]:
    if why.startswith("label "):
        rest = re.search(r"[:：|]\s*", text)
        if rest and _CREDIT_LABEL.search(text[: rest.start()]):
            yield from _holder(text, rest.end())
        elif rest:
            yield from _caption(text, rest.end(), len(text))
    elif not why.startswith(_QUIET):
        yield from _caption(text, 0, len(text))


def _caption(text: str, start: int, end: int) -> Iterator[Part]:
    if label := _CAPTION_LABEL.match(text[start:end]):
        start += label.end()
    if tail := _CREDIT_TAIL.search(text[start:end]):
        end = start + tail.start()
    start, end = _narrowed(text, start, end)
    if shape.count_words(text[start:end]) >= _FEWEST_WORDS and "©" not in text[start:end]:
        yield Part("caption", start, end)


def _narrowed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without the punctuation around it; a bracket that closes inside stays."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip(_AROUND))
    bare = text[start:end].rstrip(_AROUND)
    closed = text[start : start + len(bare) + 1]
    if closed.endswith((")", "]", "）")) and any(c in bare for c in "([（") and closed.count("(") == closed.count(")"):
        return start, start + len(closed)
    return start, start + len(bare)
