"""What tells a caption from other lines when the words of the credit are not enough."""

from __future__ import annotations

import re

from dechrome import shape
from dechrome.rules.photo_caption.words import WORDS, alternatives
from dechrome.types import Line

# A military photograph's identification number, as in "230915-D-TT930-1003".
VIRIN = re.compile(r"\b\d{6}-[A-Z]-[A-Z0-9]{4,6}-\d{3,4}[A-Z]{0,2}(?:-[A-Z]{2})?(?:\.JPE?G)?\b", re.IGNORECASE)
_SIDE, _OPENING, _FILE_WORDS, _SCENE = (alternatives(WORDS[kind]) for kind in ("side", "opening", "file", "scene"))
_POSTURE = re.compile(rf"[(（,]\s?(?:{_SIDE})\s?(?:[)）,]|$)", re.IGNORECASE)
_BRACKETED_SIDE = re.compile(rf"[(（](?:{_SIDE})[)）]", re.IGNORECASE)
_PICTURED = re.compile(rf"^(?:{_OPENING})(?![^\W_])|^(?:图为|圖為)", re.IGNORECASE)
_FILE = re.compile(rf"^[(\[]?(?:{_FILE_WORDS})[)\]]?(?: ?\([^)]*\))?\s?[-–—:]+\s?(?=\S)")
_TAKEN = re.compile(
    r"\b(?:(?:on|am|le|el|du|vom|den|om|il) (?:\w+,? )?(?:the )?\d{1,2}\.? (?:\w+ )?(?:de )?\w+,? (?:de )?\d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
)
_PRESENT = re.compile(rf"^[^.!?]{{3,120}}?\b(?:{_SCENE})\b")
_FULL_MARK = re.compile(r"[\u3002\uff01\uff1f]")
# A sentence that ends with who said it was told by a reporter; no picture shows that.
_TOLD = re.compile(
    r"(?i)[,”“\"»] ?(?:\w+ ){0,4}?(?:said|says|told (?:us|reporters)|added|sagte|erklärte|dijo|afirmó|disse|afirmou"
    r"|a déclaré|a dit|ha detto|zei|sade|sa|sagde|sanoi|powiedział\w*|řekla?|сказала?|заявила?|сказав"
    r"|είπε|δήλωσε|dedi|kata|nói)(?: [^,.!?]{2,50})?[.!]?$"
)
_LONGEST_CAPTION = 420
_LONGEST_SIGNED = 650
_QUOTES = re.compile(r"[“„«\"]")
_TITLED = re.compile(r"\b[^\W\d_]{4,}\b")


def says_side(text: str) -> bool:
    """Whether a text says who stands where in a picture.

    >>> says_side("The mayor (second from left) and her deputy"), says_side("She left the room")
    (True, False)
    """
    return bool(_POSTURE.search(text) or _PICTURED.search(text))


def says_both_sides(text: str) -> bool:
    """Whether one sentence says of two people where they stand, as only captions do.

    >>> says_both_sides("The mayor (left) greets her deputy (right) at the pier.")
    True
    """
    return len(_BRACKETED_SIDE.findall(text)) >= 2 and sentences(text) == 1


def is_file_caption(text: str) -> bool:
    """Whether a text begins as captions of archive pictures do ("FILE - ", "Archivbild: ").

    >>> is_file_caption("FILE - The harbor in June 2019."), is_file_caption("File a complaint")
    (True, False)
    """
    return bool(_FILE.match(text)) and len(text) > 20


def looks_like_caption(line: Line) -> bool:
    """Whether a line next to a credit has a caption's own signs: sides, dates of taking, a scene in the present tense.

    >>> text = "Voters wait in line on Tuesday, May 4, 2021."
    >>> looks_like_caption(Line(text, 1, 0, len(text)))
    True
    """
    text = line.text
    if line.width > 420 or _QUOTES.match(text):
        return False
    if says_side(text) or is_file_caption(text):
        return True
    return bool(_TAKEN.search(text) and _PRESENT.search(text)) and sentences(text) <= 2


def stands_beside(line: Line) -> bool:
    """Whether a line says in brackets who stands on which side, and quotes nobody, as a caption below its credit does.

    >>> text = "The mayor (right) looks on as her deputy signs the lease."
    >>> stands_beside(Line(text, 1, 0, len(text)))
    True
    """
    text = line.text
    quotes = any(mark in text for mark in '“”„«»"')
    return bool(_BRACKETED_SIDE.search(text)) and line.width <= _LONGEST_CAPTION and sentences(text) <= 2 and not quotes


def is_dated_scene(line: Line) -> bool:
    """Whether a line is one sentence in the present tense that begins with a name and ends with the day of the picture.

    >>> text = "Ana Lima reads to her son in Port Arden on April 14, 2024."
    >>> is_dated_scene(Line(text, 1, 0, len(text)))
    True
    """
    text = line.text
    dated = _TAKEN.search(text, max(0, len(text) - 60))
    return (
        bool(dated) and not line.is_prose and sentences(text) == 1 and bool(_PRESENT.match(text)) and text[:1].isupper()
    )


def is_paragraph(text: str) -> bool:
    """Whether the text before a credit is too long for a caption: a paragraph, to whose end the credit was glued.

    >>> is_paragraph("The harbor at dawn.")
    False
    """
    width, told = shape.width(text), text.rstrip()
    if _TOLD.search(told) and sentences(told) == 1 and not (_PICTURED.match(told) or is_file_caption(told)):
        return True
    if _TAKEN.search(text) or says_side(text) or is_file_caption(text):
        return width > _LONGEST_SIGNED
    # Captions in Chinese and Japanese are one sentence; captions elsewhere often have two.
    return width > _LONGEST_CAPTION or (width > 280 and sentences(text) >= 3) or len(_FULL_MARK.findall(text)) >= 2


def sentences(text: str) -> int:
    """How many sentences a text has, roughly: its sentence marks before a space or at the end.

    >>> sentences("He left. She stayed")
    2
    """
    return len(re.findall(r"[^\W\d_]{2,}[.!?][\"”’»)]*\s+(?=[^\W\d_])|[。！？](?=.)", text)) + 1


def is_headline_case(text: str) -> bool:
    """Whether most long words of a text begin with a capital, as in headings and names.

    >>> is_headline_case("Snake Plant Care"), is_headline_case("Police stand at the gate")
    (True, False)
    """
    words = _TITLED.findall(text)
    return not words or sum(w[0].isupper() for w in words) >= 0.6 * len(words)


def is_fragment(line: Line) -> bool:
    """Whether a line is a phrase of several words without a sentence mark, and no heading in capitals."""
    return (
        line.words >= 7
        and 40 <= line.width <= 300
        and not shape.ends_sentence(line.text)
        and not line.trails_off
        and not is_headline_case(line.text)
        and not line.text[:1].isdigit()
        and not line.text.endswith((":", ","))
    )
