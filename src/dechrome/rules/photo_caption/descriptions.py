"""Captions and alternative text without a known label: told by what ends them, or by what they stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dechrome.agencies import signs_picture
from dechrome.blocks import after, before, head, is_sentence, whole
from dechrome.fold import fold
from dechrome.rules.photo_caption.shapes import is_headline_case, sentences
from dechrome.rules.photo_caption.words import WORDS, is_holder
from dechrome.types import Document, Line, Mark, Marks

_CAPITALS = r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ.&'’-]+"
# "(HARBOR POST/ANA LIMA)" behind a caption, "A. LIMA/HARBOR PROJECT" below one
_IN_CAPITALS = re.compile(rf"[.!?…] ?\({_CAPITALS}(?: {_CAPITALS})+ ?/ ?{_CAPITALS}(?: {_CAPITALS})*\)$")
_ALONE = re.compile(
    rf"^(?:(?:[A-Z]\. ?){{1,2}}{_CAPITALS}|{_CAPITALS}(?: {_CAPITALS}){{1,2}}) ?/ ?{_CAPITALS}(?: {_CAPITALS}){{1,4}}$"
)
# "Post photo/Ana Lima", "Photo Harbor Post / Ana LIMA" behind a caption
_UNMARKED = re.compile(
    r"[.!?»”] (?:(?:[A-Z][\w’'-]+ ){1,4}(?:[Ss]taff )?[Pp]hotos?(?: ?/ ?|: ?| by )|(?:Photos?|Fotos?) (?=\S+ ))"
    r"(?P<who>[^.!?]{3,60})$"
)
# "The shelves of the library. Ana Lima", "Returned this fall. A. L."
_SURNAMES = r"(?: (?:de|da|van|von|del|la))?(?: [^\W\d_a-z][\w’'-]+){1,2}"
_NAME_BEHIND = re.compile(rf"(?P<last>[^\W\d_]{{3,}})\. (?:[^\W\d_a-z][\w’'-]+{_SURNAMES}|(?:[A-Z]\. ?){{2,3}})$")
# "The pier was repaired. Port Arden Marina: Ana Lima, ana@lima.example" behind a caption
_ADDRESSED = re.compile(
    r"[^\W\d_]{3,}[.!?] (?!(?i:[^:]*\b(?:contact|media|press|kontakt|presse|contacto|contatto|prensa|info)\b))"
    r"(?:[^\W\d_a-z][\w’'&-]* ){1,5}[^\W\d_a-z][\w’'&-]*: [^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){1,2}, "
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+$"
)
_FILE_NAME = re.compile(r"^[A-Z]{3,4}[_ -]?\d{3,}")
# What stands above a caption, by itself; of the second kind with a colon, as stories may have such a subheading.
_LABELS = frozenset(map(fold, WORDS["caption_labels"]))
_LABELS_WITH_COLON = frozenset(map(fold, WORDS["caption_labels_with_colon"]))
_LONGEST_LABEL, _LONGEST_SOURCE = 30, 40
# Wider lines are paragraphs; captions of fewer words are hardly told from names.
_WIDEST, _FEWEST = 200, 4


def descriptions(document: Document, seen: Marks, rule: str) -> Iterator[Mark]:
    """The marks for captions by their own end or by their neighbors."""
    yield from _signed(document, rule)
    yield from _labeled(document, rule)
    for i in seen.lines(rule):
        text, sure = document.lines[i].text, seen.confidence(i, rule) >= 0.5
        if sure and _FILE_NAME.match(text):
            yield from whole(document, rule, _below(document, i), 0.7, "under a picture's file name")
        elif not sure and any("(?i:" in mark.hit.why for mark in seen.on(i, rule)):
            yield from _alternative(document, rule, i)


def _signed(document: Document, rule: str) -> Iterator[Mark]:
    """Lines that a name in a credit's shape ends."""
    for i, line in enumerate(document.lines):
        text = line.text
        if not 15 <= len(text) <= 300 or not ("/" in text or ". " in text[-50:] or "oto" in text or "@" in text):
            continue
        if "@" in text and _ADDRESSED.search(text):
            yield from whole(document, rule, [i], 0.92, "a firm, a name and an address behind a caption")
        elif "/" in text and (_IN_CAPITALS.search(text) or (i and _ALONE.match(text))):
            yield from whole(document, rule, [i], 0.92, "a name and a paper in capitals")
        elif "oto" in text and (found := _UNMARKED.search(text)) and is_holder(found["who"]):
            yield from whole(document, rule, [i], 0.92, "a picture's word and a name behind a caption")
        elif line.width <= _WIDEST and _is_signed_caption(document, line, i):
            yield from whole(document, rule, [i], 0.7, "a name behind a caption")


def _is_signed_caption(document: Document, line: Line, i: int) -> bool:
    """Whether a name follows the one sentence of a line that stands between other lines of the text."""
    found = _NAME_BEHIND.search(line.text, max(0, len(line.text) - 50))
    if not found or line.text[:1] in '"“„«»-–—•*(' or line.text[:1].isdigit() or found["last"][:1].isupper():
        return False
    above, below = before(document, i), after(document, i)
    if above is None or below is None or not is_sentence(document, below):
        return False
    if line.text[:1].islower() or document.lines[below].text[:1].islower():  # a sentence broken into lines
        return False
    name = line.text[found.end("last") + 1 :].split()
    if not (name[0][:1].isupper() and name[-1][:1].isupper()):  # scripts without capitals have no such names
        return False
    told = line.text[: found.end("last")]
    if is_headline_case(told):
        return False
    return (
        sentences(told + ".") == 1
        and len(told.split()) >= _FEWEST
        and ":" not in told
        and document.lines[above].words >= 4
    )


def _labeled(document: Document, rule: str) -> Iterator[Mark]:
    """Labels of captions, with the caption below and the source that may stand under it."""
    for i, line in enumerate(document.lines):
        if not line.text or len(line.text) > _LONGEST_LABEL:
            continue
        colon = line.text.endswith((":", "："))
        if line.key not in _LABELS and not (colon and line.key in _LABELS_WITH_COLON):
            continue
        caption = _below(document, i, closed=colon)
        source = after(document, caption[0]) if caption else None
        if source is not None and _is_source(document.lines[source]):
            caption.append(source)
        yield from whole(document, rule, [i, *caption], 0.8, "a caption under its label")


def _below(document: Document, i: int, *, closed: bool = False) -> list[int]:
    """The caption in the line under a picture's file name or label; `closed`: it may be a sentence."""
    if i + 1 < len(document.lines):
        line = document.lines[i + 1]
        if line.text and line.words >= _FEWEST and line.width <= _WIDEST and (closed or not line.ends_sentence):
            return [i + 1]
    return []


def _is_source(line: Line) -> bool:
    """Whether a line is an agency, or a name in capitals or with a slash: "SRF", "Harbor Post / Ana Lima"."""
    if len(line.text) > _LONGEST_SOURCE or line.ends_sentence:
        return False
    return signs_picture(line.text) or (is_holder(line.text) and ("/" in line.text or line.text.isupper()))


def _alternative(document: Document, rule: str, i: int) -> Iterator[Mark]:
    """Alternative text between other lines of the text, and the caption between it and a credit."""
    above, below = before(document, i), after(document, i)
    if above is None or below is None:
        return
    titled = i in head(document) and any(document.lines[j].words >= 4 for j in range(i) if document.lines[j].text)
    if not titled and not (is_sentence(document, above) and is_sentence(document, below)):
        return
    taken = [i]
    credit = after(document, below)
    if credit is not None and document.lines[below].width <= _WIDEST and _ALONE.match(document.lines[credit].text):
        taken.append(below)
    yield from whole(document, rule, taken, 0.7, "what a picture shows, between other lines")
