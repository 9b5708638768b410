"""Repairs of what went wrong when bytes became text: mojibake, broken surrogates, composition."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dechrome.normalize.sign import Sign

SURROGATES = (Sign("\ud800-\udfff"),)
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


def surrogates(text: str) -> str:
    """Join the halves of characters that were read as UTF-16; a half without its other becomes U+FFFD."""
    joined = _PAIR.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)
    return _LONE.sub("\ufffd", joined)


@cache
def _suspicion() -> re.Pattern[str]:
    """A pattern that is found in every text in which ftfy sees mojibake; thirty times as fast as ftfy's own.

    ftfy repairs no text without a match of `BADNESS_RE`. Each branch of that holds a C1 control, one of
    `ŒœÂÃ` or `Ђ`, or one of the symbols and accented capitals below beside a character that
    misread UTF-8 is made of; what may stand beside which is taken wider here than there, never
    narrower. The tests go through all pairs.
    """
    from ftfy.badness import MOJIBAKE_CATEGORIES as OF

    capitals = OF["upper_accented"] + "Ù"
    accented, plain = OF["lower_accented"] + OF["kaomoji"], OF["lower_common"] + OF["upper_common"]
    strange = OF["bad"] + OF["currency"]
    symbols = strange + "".join(OF[k] for k in ("law", "start_punctuation", "end_punctuation", "numeric", "box")) + "°"
    odd = symbols + capitals + accented + "´"
    every = odd + plain + OF["common"]
    return re.compile(
        f"[\x80-\x9fŒœÂÃЂ{symbols}{capitals}](?:"
        "(?<=[\x80-\x9fŒœÂÃЂ])"
        f"|(?<=[{symbols}])(?:[{odd}]|(?<=[{odd}ВГРСΒΓΞΟ].))"
        f"|(?<=[{strange}])(?:[{plain}]|(?<=[{plain}].))"
        f"|(?<=[{capitals}])(?:[{every}]|(?<=[{every}].)))"
    )


def may_be_mojibake(text: str) -> bool:
    """Whether the text is worth showing to ftfy; where not, ftfy would leave it as it is."""
    return not text.isascii() and _suspicion().search(text) is not None


MOJIBAKE = (may_be_mojibake,)


def mojibake(text: str) -> str:
    """Read again what was read in a wrong encoding, where ftfy is sure of it: `schÃ¶n` becomes `schön`."""
    if not may_be_mojibake(text):
        return text
    import ftfy

    return ftfy.fix_encoding(text)


def is_uncomposed(text: str) -> bool:
    """Whether the text is not in Unicode's form C; untrue where a run of marks is too long to be writing."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return False
    return not _is_zalgo(text)


NFC = (is_uncomposed,)


def nfc(text: str) -> str:
    """Compose letters and their accents, as in Unicode's form C."""
    return unicodedata.normalize("NFC", text) if is_uncomposed(text) else text


def _is_zalgo(text: str) -> bool:
    """Whether 200 marks follow each other: that is no writing, and sorting them takes time in the square of the run."""
    import regex

    return regex.search(r"\p{M}{200}", text) is not None
