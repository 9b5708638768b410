"""What stands in every line that the grammar of credits and captions can match, for the gate.

A picture's word alone stands in many lines; before a credit's colon, slash or "by", in far fewer.
"""

from __future__ import annotations

from functools import cache
from itertools import product

from dechrome import agencies
from dechrome.fold import fold
from dechrome.rules.photo_caption.words import WORDS

# Behind a label, as `credit.py` asks for it.
_MARKS = (":", " :", "=", " =", "|", " |", "/", " /", " -", " by ", " courtesy ")
# Labels that may be all of a line.
_ALONE = (
    "photo image picture pic credit foto bild fot φωτογραφια фото fotoğraf kuva beeld photograph illustration".split()
)
_SIGNS = (
    "©",
    "ⓒ",
    "(c)",
    "\nc)",
    r"\bcopyright\b",
    r"\bcourtesy ",
    "the ap.",
    # forms of credits
    *("/", ". |", "credit...", r"\bbeeld ", *(f"({word}" for word in ("supplied: ", "facebook: ", "instagram: "))),
    *("(abc", "(sbs", "(aap", "(efe)", "翻攝", "翻摄", "翻拍", "取自", "截自", "擷取自"),
    # buttons behind a credit
    *(f"{verb} caption\n" for verb in ("hide", "toggle", "show")),
    # "記者王明攝", "=ロイター"
    *("摄", "攝", "提供", "供图", "供圖", "撮影", "=ロイター", "=共同", "=時事", "=ap", "=afp"),
    # "(stock image)"
    *(rf"\b{word}{s}\b" for word in ("photo", "foto", "file pic", "file image", "stock image") for s in ("", "s")),
    *(rf"\b{name} {word}\b" for name in ("ap", "afp", "epa", "pti", "pa", "reuters") for word in ("image", "file")),
    # the number of a military photograph
    *(f"-{letter}-" for letter in "abcdefghijklmnopqrstuvwxyz"),
)


@cache
def triggers() -> frozenset[str]:
    """Literals of which at least one stands in every line with a credit or a caption's sure sign."""
    words = {kind: [fold(word) for word in WORDS[kind]] for kind in WORDS}
    labels = [word for kind in ("picture", "source") for word in words[kind]]
    found = {rf"\b{label}{mark}" for label, mark in product(labels, _MARKS) if not label.endswith(".")}
    found |= {rf"\b{label.rstrip('.')}" for label in labels if label.endswith(".")}
    found |= {rf"\b{note.rstrip('.')}" + "\n" for note in words["note"]}
    found |= {f"\n{word}\\b" for word in words["file"]}
    found |= {rf"\b{label}{s}" + "\n" for label in _ALONE for s in ("", "s")}
    found |= {f"({side})" for side in words["side"]}
    return frozenset(found.union(_SIGNS, agencies.triggers()))
