"""The words of credits and captions, from `words.toml`, and what may follow them: whoever took or owns a picture."""

from __future__ import annotations

import re
from pathlib import Path

import tomli

from dechrome import shape
from dechrome.agencies import signs_picture
from dechrome.fold import fold
from dechrome.templates import is_japanese_text


def alternatives(words: list[str]) -> str:
    """A pattern for the longest of these words that stands somewhere.

    Words with the same beginning are taken together, so that most places are passed over at the first letter.

    >>> alternatives(["by", "byline", "photo"])
    '(?:b(?:y(?:line)?)|photo)'
    """
    tails: dict[str, list[str]] = {}
    for word in sorted({*words} - {""}):
        tails.setdefault(word[0], []).append(word[1:])
    branches = []
    for first, rests in tails.items():
        branches.append(re.escape(first) + (re.escape(rests[0]) if len(rests) == 1 else alternatives(rests)))
    return f"(?:{'|'.join(branches)})" + "?" * ("" in words)


WORDS: dict[str, list[str]] = tomli.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[^\W\d_])|[。！？]")
INITIAL = re.compile(
    r"(?:^|[\s./])(?:[^\W\d_]{1,3}|\d+|[^\W\d_]\.[^\W\d_]|Inc|Ltd|Sgt|Capt|Spc|Pvt|Maj|Col|Gen|Lt|Cpl|Staff|Tech|Corp)$"
)
_WORD = re.compile(r"[^\s/|,;()&+©]+")
_SITE = re.compile(r"\w[.@]\w")
# Before a noun, these make a phrase and no name.
_ARTICLES = frozenset({"a", "an", "ein", "eine", "einer", "einem", "einen", "un", "una", "une", "uma", "um", "uno"})
_HINDI_SENTENCE = re.compile("\\bह(?:ै|ैं|ूँ)\\W*$|\\bथ[ाीे]\\W*$")
_SMALL = frozenset(fold(word) for word in WORDS["small"])


def is_holder(text: str) -> bool:
    """Whether `text` could name whoever took or owns a picture: people, firms, agencies, sites; no running text.

    >>> is_holder("Ana Lima / AFP via Getty Images"), is_holder("privat"), is_holder("the way they had lived before")
    (True, True, False)
    """
    bare = text.strip(" .:()[]{}（）【】［］*_–—-,;=＝")
    if not bare or shape.width(bare) > 110 or not any(c.isalpha() for c in bare):
        return False
    if any(not INITIAL.search(bare, max(0, m.start() - 20), m.start()) for m in SENTENCE_END.finditer(bare)):
        return False
    words = _WORD.findall(bare)
    if len(words) > 14 or ("，" in bare or "。" in bare) or is_japanese_text(bare) or _HINDI_SENTENCE.search(bare):
        return False
    plain = [w for w in words if w.islower() and fold(w).strip(".:") not in _SMALL and not _SITE.search(w)]
    plain = [w for w in plain if not signs_picture(w)]
    named = len(plain) < len(words) and not any(w in _ARTICLES for w in plain)
    return not plain or (len(plain) == 1 and named) or signs_picture(bare)
