"""Characters that nobody typed on purpose, or that stand for others."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dechrome.normalize.sign import Sign

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    "\u0132": "IJ", "\u0133": "ij",
}  # fmt: skip
LIGATURES = (Sign("\ufb00-\ufb06\u0132\u0133"),)
_LIGATURE = re.compile(LIGATURES[0].pattern)


def ligatures(text: str) -> str:
    """Write Latin ligatures as their letters: `ﬁnal` becomes `final`."""
    return _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text)


# Scripts in which a joiner, or its absence, changes the letters; and those that part words by a zero-width space.
_JOINED = "\u0600-\u109f\u1780-\u18af\ua840-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
_UNSPACED = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff"
_EMOJI = "\u00a9\u00ae\u2049-\u3299\ufe0f\U0001f000-\U0001faff"
INVISIBLE = (Sign("\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"),)
_INVISIBLE = re.compile(
    "[\u00ad\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffc]"
    f"|\u200b(?!(?<=[{_UNSPACED}]\u200b)[{_UNSPACED}])"
    f"|\u200c(?<![{_JOINED}]\u200c)"
    f"|\u200d(?<![{_JOINED}]\u200d)(?!(?<=[{_EMOJI}]\u200d)[{_EMOJI}])"
)
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def invisible(text: str) -> str:
    """Take out what shows nothing: soft hyphens, zero-width spaces, byte order marks, direction marks.

    What a script needs stays: joiners inside Persian or Hindi words and emoji, zero-width spaces between
    Thai or Khmer words, direction marks on a line with letters that run from right to left.
    """
    text = _INVISIBLE.sub("", text)
    return text if _RIGHT_TO_LEFT.search(text.replace("\u061c", "")) else _DIRECTIONS.sub("", text)


CONTROLS = (Sign("\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff"),)
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
_BREAK = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
_CONTROL = re.compile(CONTROLS[0].pattern)


def controls(text: str) -> str:
    """Take out control characters and terminal colors; those that part lines or fields become a space."""
    return _CONTROL.sub("", _BREAK.sub(" ", _ESCAPE.sub("", text)))


WIDTH = (Sign("\u3000\uff01-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\uffe0-\uffe6\uffe8-\uffee"),)
_WIDTH = re.compile(WIDTH[0].pattern)


@cache
def _usual_width(character: str) -> str:
    return unicodedata.normalize("NFKC", character)


def width(text: str) -> str:
    """Give full-width Latin and half-width kana their usual width: `ＡＢＣ！` becomes `ABC!`."""
    return _WIDTH.sub(lambda match: _usual_width(match[0]), text)
