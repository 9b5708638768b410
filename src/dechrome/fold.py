"""Folding: the one form in which phrases and lines are compared. Folding keeps the length, so columns survive."""

from __future__ import annotations

import re
import unicodedata

_SAME = {
    "'": "\u2018\u2019\u201a\u201b\u00b4`\u02bc\u2032",
    '"': "\u201c\u201d\u201e\u201f\u2033",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    " ": "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u2004\u2005\u2006\u2008\u3000\u200c\t",
    # Capitals come without accents in Greek, without a dot in Turkish, and with or without in Russian.
    "i": "\u0130\u0131", "\u0435": "\u0451\u0401", "\u03c3": "\u03c2",
    "\u0627": "\u0623\u0625\u0622",
    # Persian and Urdu letters, as keyboards write them; Romanian ones with a comma or a cedilla.
    "\u064a": "\u0649\u06cc", "\u0643": "\u06a9", "\u015f": "\u0218\u0219\u015e", "\u021b": "\u021a\u0162\u0163",
}  # fmt: skip


def _table() -> dict[str, str]:
    table = {variant: plain for plain, variants in _SAME.items() for variant in variants}
    for code in range(0x0386, 0x03CF):  # Greek letters with tonos or dialytika
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base != chr(code).lower():
            table[chr(code)] = base
    for code in range(0xFF01, 0xFF5F):  # full-width ASCII
        table[chr(code)] = chr(code - 0xFEE0).lower()
    return table


_TABLE = _table()
_IN_TABLE = re.compile(f"[{''.join(map(re.escape, _TABLE))}]")
_SIGNS = re.compile(r"[\W_]+")
# Bullets, brackets, arrows and punctuation that may stand around a label. Quotes are not among them:
# a quoted phrase is somebody's words (« and » are taken for the arrows that they mostly are).
OUTER = (
    " \t.,:;!\u00a1\u00bf|/\\-_*+=~#<>()[]{}^@\u00ab\u00bb\u00b7\u2022\u2026\u203a\u2039\u00b6\u00d7"
    "\u2190\u2191\u2192\u2193\u25b6\u25ba\u25b8\u25b2\u25bc\u27a4"  # arrows
    "\u25cf\u25cb\u25aa\u25a0\u25a1\u25e6\u2023\u25c6\u25c7\u2605\u2606\u2714\u2715\ufe0f"  # bullets
    "\u21d0\u21d2\u261e\u2b05\u2b06\u2b07\u25b7\u25b3\u25bd\u25ce\u203b\u2705\u2709\u2b50\ufe0e\u200d"
    # hands, books, bells, letters, telephones and the like, which blogs put in front of a label
    "\U0001f446\U0001f447\U0001f448\U0001f449\U0001f4d6\U0001f4da\U0001f4cc\U0001f4cd\U0001f4ce\U0001f4dd\U0001f4e2\U0001f4e3"
    "\U0001f4e7\U0001f4e9\U0001f4eb\U0001f4ec\U0001f4f0\U0001f4f1\U0001f4f2\U0001f4f7\U0001f4f8\U0001f4fa\U0001f3a5\U0001f3a7\U0001f3ac\U0001f4a1"
    "\U0001f4ac\U0001f4ad\U0001f50a\U0001f50d\U0001f50e\U0001f514\U0001f517\U0001f525\U0001f534\U0001f5de\U0001f31f"
    "\u30fb\u3001\u3002\u3008\u3009\u300e\u300f\u3010\u3011"  # Chinese and Japanese
)


# In scripts without spaces, which begin here, a question of so many characters is one of two words.
_SHORT_QUESTION, _UNSPACED = 5, "\u3040"


def fold(text: str) -> str:
    """Lower case with plain quotes, dashes and spaces, without Greek accents; as long as `text`.

    >>> fold("Here’s how — ΔΙΑΒΆΣΤΕ")
    "here's how - διαβαστε"
    """
    if text.isascii():
        return text.lower().replace("\t", " ")
    plain = _plain(text)
    low = plain.lower()
    if len(low) != len(text):
        low = _plain("".join(c.lower() if len(c.lower()) == 1 else c for c in plain))
    return low.replace("\u03c2", "\u03c3")


def _plain(text: str) -> str:
    # Few characters of a text are in the table: to look for them is far quicker than `str.translate`.
    return _IN_TABLE.sub(lambda match: _TABLE[match[0]], text)


def letters(folded: str) -> str:
    """The letters and digits of a folded text alone, which stay however it is punctuated, and wherever it is broken.

    >>> letters("what's new - and old?")
    'whatsnewandold'
    """
    return _SIGNS.sub("", folded)


def trim(folded: str) -> str:
    """`folded` without the bullets, brackets and punctuation around it.

    >>> trim("[ advertisement ]")
    'advertisement'
    """
    return folded.strip(OUTER)


def trim_span(folded: str) -> tuple[int, int]:
    """Where `trim(folded)` stands in `folded`."""
    start = len(folded) - len(folded.lstrip(OUTER))
    return start, start + len(folded.strip(OUTER))


def unasked(key: str) -> str:
    """A key without the question mark that ends it, if it has more than two words: "Comments?" may be the author's own.

    >>> unasked("was this page useful?"), unasked("comments?")
    ('was this page useful', 'comments?')
    """
    if not key.endswith("?") or not (key.count(" ") > 1 or (len(key) > _SHORT_QUESTION and key[0] >= _UNSPACED)):
        return key
    return key.rstrip(OUTER + "?")
