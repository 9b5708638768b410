"""Lines that belong to a byline by their place: around the first paragraph, or right behind the last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dechrome.agencies import all_agencies
from dechrome.blocks import CLOSING, after, before, believed, is_sentence, last_sentence, lead, tail, whole
from dechrome.dates import is_date
from dechrome.rules.byline.signoffs import END_MARK, INITIALS_ALONE, NOT_INITIALS
from dechrome.rules.byline.stamps import is_signed, is_stamped
from dechrome.rules.byline.strangers import beside_furniture, is_stranger, without_agency
from dechrome.templates import is_name
from dechrome.types import Document, Mark, Marks

# How many lines behind the last paragraph can still sign it.
_BEHIND = 4
# More dates than this around the first paragraph are a list of dates.
_MOST_DATES = 5
_ROLES = """
reporter correspondent editor writer journalist columnist staff contributor redakteur redakteurin korrespondent
korrespondentin reporterin redaktion journaliste rédaction periodista redactor redacción corresponsal repórter
jornalista redação giornalista dziennikarz корреспондент обозреватель toimittaja muhabir 기자 記者 记者
"""
_ROLE = re.compile(rf"(?i)(?<![^\W_])(?:{'|'.join(_ROLES.split())})(?![^\W_])")
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af|oleh|text:|autor:|автор:|del)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d{1,2}[:h.]\d\d(?!\d|\.\d)")
# A time of day alone may head a part of the text.
_CLOCK_ALONE = re.compile(r"^\W*\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?(?:[ap]\.?m\.?|uhr|h))?\W*$", re.IGNORECASE)
_ENTRY = re.compile(r"^\W{0,3}(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?(?:[ap]\.?m\.?|uhr|h))?\b\W", re.IGNORECASE)
_SENTENCE_MARK = re.compile(r"[.!?。:;]$")
_NAME = r"[^\W\d_][^\s,;:|&]*(?: [^\W\d_][^\s,;:|&]*){1,3}"
_PEOPLE = re.compile(rf"^{_NAME}(?:(?:,| and| und| et| y| e| og| och| i| &) {_NAME})*$")
# "Ana Lima - Port Arden" in a script without capitals
_WORDS = r"[\u0590-\u06ff\u0900-\u0e7f]{2,}(?: [\u0590-\u06ff\u0900-\u0e7f]{2,}){1,2}"
_FROM_PLACE = re.compile(rf"^{_WORDS} [-–—] {_WORDS}$")
# What stands in place of a name.
_DESK = re.compile(
    r"(?i)^(?:newsroom|editorial team|the editors|(?:the )?news desk|web desk|tim redaksi)$"
    r"|\bpublic affairs(?: office)?$"
)
ADDRESS = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
_LONGEST_NAME = 30
# A share bar or the like begins so many lines behind a source, counters between them.
_REACH = 3
# A headline or standfirst above a name has so many words.
_TITLE_WORDS = 4
# Scripts without capitals: a name is a few characters long.
_CHARS = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_CASELESS = re.compile(rf"^{_CHARS}{{2,4}}(?: {_CHARS}{{2,5}}){{0,2}}$")


def around_head(document: Document, seen: Marks, rule: str, reach: int) -> Iterator[Mark]:
    """Dates, names and evidence around the first paragraph that hang together."""
    lines, body = document.lines, document.body
    filled = [i for i, line in enumerate(lines) if line.text]
    start = body.start if body else lead(document, seen)
    first = bisect_left(filled, start) if start < len(lines) else 0
    first = first if body else min(len(filled), max(8, min(first, reach)))
    zone = filled[max(0, first - reach) : first + (4 if body else 0)]
    yield from _chain(document, seen, rule, zone, "around the first paragraph", titled=True)
    names = [i for i in beside_furniture(document, seen) if _is_person(lines[i].text)]
    yield from whole(
        document, rule, names, 0.75, "a name of whom the text never speaks, above a player, a bar or an ad"
    )


def behind_end(document: Document, seen: Marks, rule: str) -> Iterator[Mark]:
    """Dates, names and evidence right behind the last paragraph."""
    lines, body = document.lines, document.body
    end = body.stop if body else last_sentence(document, seen) + 1
    zone = [i for i in range(end, min(len(lines), end + 2 * _BEHIND)) if lines[i].text][:_BEHIND]
    if body:
        yield from _chain(document, seen, rule, zone, "behind the last paragraph", titled=False)
        yield from whole(document, rule, _sources(document, seen, rule), 0.75, "a source above closing chrome")
    elif end:
        weak = {i for i in zone if seen.confidence(i, rule) > 0}
        yield from whole(document, rule, _signing(document, zone, weak), 0.75, "a signature behind the last sentence")


def _chain(
    document: Document, seen: Marks, rule: str, zone: Sequence[int], where: str, *, titled: bool
) -> Iterator[Mark]:
    """Marks for what stands beside something sure in `zone`, and beside what was found so."""
    lines = document.lines
    dates = {i for i in zone if lines[i].width <= 140 and _is_dated(document, seen, rule, i)}
    if not titled or not document.body:  # "Harwick," above its date: a letter's end
        dates = {i for i in dates if not _goes_on(document, i)}
    if len(dates) > _MOST_DATES or (dates and (_lists_dates(document) or _is_ticker(document))):
        dates = set()
    known = {i for i in zone if seen.confidence(i, rule) >= 0.5} | dates
    weak = {i for i in zone if i not in known and (seen.confidence(i, rule) > 0 or _CLOCK_ALONE.match(lines[i].text))}
    alone = set(_under_title(document, seen, zone, weak) if titled else _signing(document, zone, weak))
    if not known and not weak and not alone:
        return
    names = {i for i in zone if i not in known and i not in weak and _is_person(lines[i].text)}
    names = {i for i in names if not _has_common_word(document, lines[i].text)}
    labels = {i for i in weak if _is_label(document, seen, rule, i)}
    found = {i for i in weak if _BY.match(lines[i].text) and _may_stand_alone(lines[i].text)}
    found |= alone
    grown = True
    while grown:
        grown = False
        for k, i in enumerate(zone):
            beside = {zone[j] for j in (k - 1, k + 1) if 0 <= j < len(zone)}
            near = beside & (known | found)
            if i in names:
                # A headline may look like a name: something longer must stand before it.
                joins = beside & labels or (near and (not titled or _follows_title(document, zone, k)))
            else:
                joins = i in weak and (near or beside & labels or (i in labels and beside & names))
            if joins and i not in found:
                found.add(i)
                grown = True
    yield from whole(document, rule, sorted(dates), 0.8, f"a date {where}")
    yield from whole(document, rule, sorted(found), 0.75, f"beside other byline lines {where}")


def _under_title(document: Document, seen: Marks, zone: Sequence[int], weak: set[int]) -> Iterator[int]:
    """A newsroom, an address or "By ..." between headline and first paragraph; a name that signs the end too."""
    lines, body = document.lines, document.body
    behind = {lines[i].text for i in tail(document) if 0 < lines[i].width <= _LONGEST_NAME}
    for k, i in enumerate(zone):
        text = lines[i].text
        if lines[i].width > 80 or (body and i >= body.start) or not _follows_title(document, zone, k):
            continue
        again = text in behind and is_name(text) and lines[i].words >= 2
        again = again or (is_stranger(document, seen, i) and _is_person(text))
        if again or (i in weak and _DESK.search(text)) or ADDRESS.match(text) or is_signed(text):
            yield i


def _signing(document: Document, zone: Sequence[int], weak: set[int]) -> Iterator[int]:
    """What signs a text: the end mark of a press release, initials in brackets, an editor behind a label."""
    lines = document.lines
    for i in zone:
        text, above = lines[i].text, before(document, i)
        label, _, name = text.partition(":")
        first = above is not None and INITIALS_ALONE.match(text) and is_sentence(document, above)
        if (
            (first and text.strip("()").lower() not in NOT_INITIALS)
            or END_MARK.match(text)
            or (i in weak and len(label) <= 24 and _is_person(name))
        ):
            yield i


def _sources(document: Document, seen: Marks, rule: str) -> Iterator[int]:
    """A label with a name ("Source: Harbor Gazette") between the last sentence and a share bar or the like."""
    for i in seen.lines(rule):
        label, colon, name = document.lines[i].text.partition(":")
        above, below = before(document, i), after(document, i)
        if not colon or len(label) > _LONGEST_NAME or not is_name(name.strip(" .")) or above is None:
            continue
        closing = False
        for _ in range(_REACH):
            closing = closing or (below is not None and believed(seen, below, *CLOSING))
            below = after(document, below) if below is not None else None
        if closing and is_sentence(document, above):
            yield i


def _is_dated(document: Document, seen: Marks, rule: str, i: int) -> bool:
    """Whether a line is a date, alone or, with a time of day, behind a word that names it."""
    text = _bare(document.lines[i].text)
    if not _DIGIT.search(text):
        return False
    rest = text.partition(" ")[2]
    if _CLOCK_ALONE.match(text):
        return False
    if (not document.body or i < document.body.start or seen.confidence(i, rule) > 0) and is_stamped(text):
        return True
    return is_date(text) or (seen.confidence(i, rule) > 0 and bool(_CLOCK.search(rest)) and is_date(rest))


def _goes_on(document: Document, i: int) -> bool:
    """Whether the line above ends in a comma."""
    above = before(document, i)
    return above is not None and document.lines[above].text.endswith((",", "،"))


def _lists_dates(document: Document) -> bool:
    """Whether dates head the parts of the text itself: two between sentences, or three that follow one."""
    lines, within, behind = document.lines, 0, 0
    for i, line in enumerate(lines):
        if 0 < line.width <= 60 and is_date(_bare(line.text)):
            above, below = before(document, i), after(document, i)
            if above is not None and below is not None and is_sentence(document, above):
                behind += 1
                within += is_sentence(document, below)
    return within >= 2 or behind >= 3


def _is_ticker(document: Document) -> bool:
    """Whether paragraphs begin with a time of day, as the entries of a live ticker do; dates head its parts."""
    return sum(bool(_ENTRY.match(line.text)) and line.words >= 4 for line in document.lines) >= 3


def _has_common_word(document: Document, name: str) -> bool:
    """Whether a word of what looks like a name stands somewhere in the text without its capital."""
    words = [w for w in re.findall(r"[^\W\d_]{4,}", name) if w[:1].isupper() and w[1:].islower()]
    if not words:
        return False
    common = re.compile(rf"(?<![^\W_])(?:{'|'.join(w.lower() for w in words)})(?![^\W_])")
    return any(common.search(line.text) for line in document.lines if line.width > 60)


def _may_stand_alone(text: str) -> bool:
    """Whether "By ..." needs no other line beside it: a person's name of two or three words follows."""
    rest = text.split(" ", 1)[1] if " " in text else ""
    return _is_person(re.split(r",| \||/| in ", rest)[0].strip()) or all_agencies(rest)


def _is_label(document: Document, seen: Marks, rule: str, i: int) -> bool:
    """Whether a line is a label that a name or date follows ("By", "Published on"), with neither in it."""
    return document.lines[i].width <= 24 and any("{" not in mark.hit.why for mark in seen.on(i, rule))


def _bare(text: str) -> str:
    return text.strip(" •·|-–—*[]()/")


def _is_person(text: str) -> bool:
    """Whether a line is one or more people's names and nothing else, perhaps with what they do."""
    bare = without_agency(_bare(text).rstrip(" ,"))
    if not bare or _SENTENCE_MARK.search(bare) or len(bare) > 90:
        return False
    if _ROLE.search(bare):
        bare = re.split(r",|\||–| - |\(", bare)[0].strip()
        return len(bare.split()) <= 6 and is_name(bare)
    if _CASELESS.match(bare) or _FROM_PLACE.match(bare):
        return True
    cased = bare[:1].isupper() and not bare.isupper()
    return cased and bool(_PEOPLE.match(bare)) and is_name(bare) and not _PHRASE.search(bare)


_PHRASE = re.compile(
    r"(?i)^(?:the|a|an|in|on|at|for|to|how|why|what|when|more|top|der|die|das|le|la|les|el|los|las|about|read|see|all|new)\b"
    r"|\b(?:is|are|to|for|with|the|news|of|press|times|post|journal)\b"
)


def _follows_title(document: Document, zone: Sequence[int], k: int) -> bool:
    """Whether something longer stands before a name in its zone, so that the name is not the headline itself."""
    lines = document.lines
    return any(lines[i].words >= _TITLE_WORDS for i in zone[:k])
