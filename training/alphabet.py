"""The classes of characters, from the Unicode data of the Python that trains: a model file carries them along."""

from __future__ import annotations

import unicodedata

import numpy as np

from dechrome.body.text import (
    BRACKET,
    BULLET,
    COLON,
    COMMA,
    DASH,
    DENSE,
    DIGIT,
    ELLIPSIS,
    LETTER,
    LOWER,
    OTHER,
    QUOTE,
    SIGN,
    SPACE,
    STOP,
    UPPER,
    Alphabet,
)  # fmt: skip  # isort: skip

from dechrome.fold import fold  # isort: skip

_BY_CATEGORY = {
    "Ll": LOWER,
    "Lu": UPPER,
    "Lt": UPPER,
    "Pd": DASH,
    "Pi": QUOTE,
    "Pf": QUOTE,
    "Ps": BRACKET,
    "Pe": BRACKET,
}
_BY_KIND = {"L": LETTER, "M": LETTER, "N": DIGIT, "Z": SPACE, "S": SIGN, "P": SIGN}
_DENSE = (
    (0x3040, 0x3100), (0x3400, 0xA000), (0xF900, 0xFB00), (0x0E00, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800),
)  # fmt: skip
_SIGNS = {
    STOP: ".!?。！？।؟۔．",
    COMMA: ",،、，",
    COLON: ":;：；",
    QUOTE: "\"'“”„‘’«»‹›「」『』`´",
    BULLET: "•·*|»›▶►▸▲▼➤●○▪■□◦‣◆◇★☆→←↑↓/\\_~^<>¶×✔✕",
    ELLIPSIS: "…",
    DASH: "-–—",
}


def alphabet() -> Alphabet:
    """The class and the folded form of every character of the basic plane."""
    classes, lower = np.full(1 << 16, OTHER, np.uint8), np.arange(1 << 16, dtype=np.uint32)
    for code in range(1 << 16):
        sign = chr(code)
        category = unicodedata.category(sign)
        classes[code] = SPACE if sign in "\t\n\r" else _BY_CATEGORY.get(category, _BY_KIND.get(category[0], OTHER))
        if len(folded := fold(sign)) == 1:
            lower[code] = ord(folded)
    for start, stop in _DENSE:
        part = classes[start:stop]
        part[part == LETTER] = DENSE
    for kind, signs in _SIGNS.items():
        classes[[ord(sign) for sign in signs]] = kind
    classes[[ord(sign) for sign in "«»"]] = QUOTE
    return Alphabet(classes, lower)
