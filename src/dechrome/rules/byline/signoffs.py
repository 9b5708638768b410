"""How agencies and editors sign a text: on a line of its own, or glued to the last sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dechrome import shape
from dechrome.agencies import all_agencies, is_agency, segments, signs_picture
from dechrome.blocks import CLOSING, after, believed, is_sentence
from dechrome.dates import is_date
from dechrome.fold import fold
from dechrome.templates import is_name
from dechrome.types import Document, Hit, Mark, Marks

_WORKS = ("reporting", "writing", "compiled", "translation", "translated", "text", "edited", "editing")
_SOURCE_WORDS = (
    *("quelle", "quellen", "mit material von", "mit agenturen", "bron", "källa", "kilde", "lähde", "zdroj", "źródło"),
    *("πηγή", "источник", "джерело", "fonte", "fuente", "source", "sources", "kaynak", "sumber", "nguồn", "المصدر"),
)
TRIGGERS = frozenset(f"{work} by" for work in _WORKS) | frozenset(f"\n{fold(word)}" for word in _SOURCE_WORDS)
_REPORTING = re.compile(
    r"^[(\[]?\s?(?:additional |with |further )*"
    rf"(?:{'|'.join(_WORKS)})"
    r"(?:(?: and |, )(?:writing|editing|reporting))* by:? (?P<who>.{2,300}?)[)\]]?\.?$",
    re.IGNORECASE,
)
_WORK = r"(?:additional |further )?(?:reporting|writing|editing|translation|compiled)(?: and \w+)? by\b"
_GLUED_CREDITS = re.compile(
    r"(?<=[.!?\"”’»])\s*(?P<credits>[(\[]?(?:Additional |Further |With )?"
    rf"(?:{'|'.join(work.capitalize() for work in _WORKS)})(?: and \w+)? by [^.!?]{{2,240}}?[)\]]?\.?)$"
)
_PART = re.compile(rf"\s*(?:;|\. (?=[A-Z]\w+ (?:by|and))|,? (?:and )?(?={_WORK}))\s*", re.IGNORECASE)
_ROLE = re.compile(rf"^{_WORK}:? ", re.IGNORECASE)
_IN_PLACE = re.compile(r" in (?=[A-Z])| at (?=[A-Z])|, with ")
_SOURCES = re.compile(rf"^(?:{'|'.join(_SOURCE_WORDS)})\s?:\s?(?P<who>.{{2,80}})$", re.IGNORECASE)
_DOMAIN = re.compile(r"^[\w-]+(?:\.[\w-]+)+$")
# "(dpa)", "(jpo/dpa)", "（记者 王明）" behind the last sentence
_BRACKET = re.compile(
    r"(?<=[.!?。！？\"”’»“」])\s*(?P<cut>[(\[（【](?P<inside>[^()\[\]（）【】]{2,60})[)\]）】])\s*[.。]?$"
)
_REPORTER = re.compile(r"(?:记者|記者|评论员|評論員|通讯员|通訊員|编辑|編輯|特派员|實習|实习|执笔|作者|责编|完)")
_INITIALS = re.compile(r"^[a-zäöüß]{2,4}(?:[/, ]{1,2}[a-zäöüß-]{2,6}){0,3}$")
_CAPITALS = re.compile(r"^[A-Z]{1,3}(?:[-/][A-Z\d]{1,3}){1,2}$")
_DASHED = re.compile(r"(?<=[.!?\"”’»])\s*(?P<cut>[-–—/|]{1,2}\s?(?P<inside>[\w ./,-]{2,40}))$")
# "... in France. «Gazette.example»"
_QUOTED_SITE = re.compile(r"(?<=[.!?»”])\s*(?P<cut>[«“\"](?P<inside>[\w-]+\.[^\W\d_]{2,7})[»”\"])\s*\.?$")
_END_INITIALS = re.compile(r"[^\W\d_]{3}[.!?][\"”’»]? (?P<cut>(?!AM|PM|II|TV|US|UK|EU)[A-Z]{2,3})$")
_END_WIDTH = 9  # the most characters that it can match
_CLOSERS = (")", "]", "）", "】", "»", "”")
_SIGNED_WIDTH = 100  # with all spaces around it
_YEAR = re.compile(r"\d{4}")
_SAID = r"(?:(?:Published|Updated|Posted|Publié|Aktualisiert|Publicado)\b:? ?)?"
_DATE = re.compile(
    rf"(?<=[.!?。])[\"”’»]?\s*(?P<cut>(?P<said>{_SAID})(?P<date>[^.!?。]{{6,45}}\d{{4}}[^.!?。]{{0,25}}))$"
)
# Regional services of agencies, and a newsroom's own mark.
# "(hw)", "(RPS/DAR)", "(red, 3.11.2025)", "– NAG", "mkl" on a line of its own; "###", "-30-", "ENDS" below a release
INITIALS_ALONE = re.compile(
    r"^(?:\([^\W\d_]{2,4}(?:[/, -]{1,2}[^\W\d_]{2,4}){0,3}(?:, ?\d{1,2}\. ?\d{1,2}\.(?:\d{2,4})?)?\)|"
    r"[-–—] ?(?:[A-ZÄÖÜ]{2,4}|[a-zäöü]{2,3})|[b-df-hj-np-tv-xz]{2,4})$"
)
END_MARK = re.compile(r"^(?:#{2,}|(?:# ){2,}#|-+ ?30 ?-+|[-(]?ENDS?[-)]?)$")
NOT_INITIALS = frozenset(
    {"sic", "pdf", "lol", "usw", "etc", "bzw", "red", "hm", "hmm", "pst", "psst", "brr", "ps", "nb", "tbd"}
)
# A sentence has so many words; and a date may be glued to one of so many at the text's beginning.
_FEWEST_WORDS = 4
_PARAGRAPH = 100
_FIRST = 3


def sign_off(line: str) -> str:
    """What says that a whole line is a sign-off; empty where it is none.

    >>> sign_off("(Reporting by Ana Lima in Porto; Editing by Tom Berg)")
    'reporting and editing credits'
    >>> sign_off("Reporting by the Gazette shows that the fund is empty.")
    ''
    """
    if (match := _REPORTING.match(line)) and _all_names(match["who"]):
        return "reporting and editing credits"
    if match := _SOURCES.match(line):
        parts = segments(match["who"])
        if parts and all(signs_picture(p) or _DOMAIN.match(p.strip()) for p in parts):
            return "sources that are agencies or sites"
    return ""


def sign_off_at(line: str) -> int:
    """The column behind a sentence at which an agency's sign-off begins that ends the line; -1 where none does.

    >>> sign_off_at("The vote is on Monday. (Reporting by Ana Lima; Editing by Tom Berg)")
    22
    >>> sign_off_at("The vote is on Monday, after reporting by Ana Lima.")
    -1
    """
    found = _GLUED_CREDITS.search(line)
    return found.start() if found and sign_off(found["credits"]) else -1


def _all_names(text: str) -> bool:
    parts = [_ROLE.sub("", part) for part in _PART.split(text) if part.strip()]
    return all(is_name(piece) for part in parts for piece in _IN_PLACE.split(part) if piece.strip())


def glued(document: Document, seen: Marks, rule: str) -> Iterator[Mark]:
    """Signatures and dates glued to the last sentence of the text, and dates glued to one of the first."""
    lines = document.lines
    last = next((i for i in range(len(lines) - 1, -1, -1) if _has_sentence(document, i)), None)
    if last is None:
        return
    yield from _end_mark(document, rule)
    for i in range(last + 1):
        if i < last and not (lines[i].text.endswith(_CLOSERS) and _ends_text(document, seen, i)):
            continue
        for pattern in (_BRACKET, _DASHED, _QUOTED_SITE):
            match = pattern.search(lines[i].text, max(0, len(lines[i].text) - _SIGNED_WIDTH))
            if match and match.start("cut") and _signs(match["inside"], bracketed=pattern is _BRACKET):
                yield Mark(
                    i, rule, Hit(match.start("cut"), match.end("cut"), 0.8, "a signature behind the last sentence")
                )
    first = islice((i for i in range(last) if _has_sentence(document, i)), _FIRST)
    for i in (*first, last):
        match = _YEAR.search(lines[i].text[-30:]) and _DATE.search(lines[i].text[-120:])
        if (match and is_date(re.sub(r"^[A-Z]\w+\b:? (?=\D*\d)", "", match["cut"]))) or (
            match and is_date(match["cut"])
        ):
            offset = max(0, len(lines[i].text) - 120)
            if match.start("cut") + offset:
                cut = (offset + match.start("cut"), offset + match.end("cut"))
                yield Mark(i, rule, Hit(*cut, 0.8, "a date glued to a sentence"))


def _end_mark(document: Document, rule: str) -> Iterator[Mark]:
    """A writer's or a paper's initials in capitals glued to a paragraph's end ("... he said. TB"), once in the text."""
    found = [
        (i, match)
        for i, line in enumerate(document.lines)
        if line.text[-1:].isupper() and (match := _END_INITIALS.search(line.text, max(0, len(line.text) - _END_WIDTH)))
    ]
    if len(found) == 1 and document.lines[found[0][0]].width >= _PARAGRAPH:
        i, match = found[0]
        yield Mark(i, rule, Hit(*match.span("cut"), 0.8, "initials behind a paragraph"))


def _ends_text(document: Document, seen: Marks, i: int) -> bool:
    """Whether a sentence stands right before a share bar, a comment form or the like."""
    below = after(document, i)
    return below is not None and believed(seen, below, *CLOSING) and _has_sentence(document, i)


def _has_sentence(document: Document, i: int) -> bool:
    line = document.lines[i]
    return (
        bool(line.text)
        and (
            is_sentence(document, i)
            or shape.ends_sentence(_BRACKET.sub("", line.text))
            or shape.ends_sentence(_DASHED.sub("", line.text))
            or shape.ends_sentence(_QUOTED_SITE.sub("", line.text))
        )
        and (line.is_prose or line.words >= _FEWEST_WORDS)
    )


def _signs(inside: str, *, bracketed: bool) -> bool:
    bare = inside.strip()
    if (
        _DOMAIN.match(bare)
        or all_agencies(bare)
        or (len(segments(bare)) <= 3 and segments(bare) and all(map(_is_signature, segments(bare))))
    ):
        return True
    if not bracketed:
        return False
    if _REPORTER.search(bare[:8]):
        return True
    return bool(_INITIALS.match(bare) or _CAPITALS.match(bare)) and bare.lower() not in NOT_INITIALS


def _is_signature(part: str) -> bool:
    return is_agency(part) or part.strip() in {
        "lno",
        "lnw",
        "lby",
        "lsw",
        "lhe",
        "rtr",
        "sda",
        "red",
        "Red",
        "AP",
        "feed",
        "Reuters/",
        "mit",
    }
