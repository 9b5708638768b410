"""Lines that belong to a byline by their place: around the first paragraph, or right behind the last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile

from dechrome import blocks
from dechrome.agencies import all_agencies
from dechrome.blocks import (
    CLOSING,
    STANDFIRST_WIDTH,
    after,
    before,
    believed,
    is_sentence,
    last_sentence,
    lead,
    tail,
    whole,
)
from dechrome.dates import is_date
from dechrome.markup import is_of_markup
from dechrome.rules.byline.people import bare, has_common_word, heads_list, is_job, is_person
from dechrome.rules.byline.signoffs import END_MARK, INITIALS_ALONE, NOT_INITIALS
from dechrome.rules.byline.stamps import is_clocked, is_signed, is_stamped
from dechrome.rules.byline.strangers import beside_furniture, is_stranger, is_unspoken
from dechrome.templates import is_name
from dechrome.types import Document, Mark, Marks

# How many lines behind the last paragraph can still sign it.
_BEHIND = 4
# More dates than this around the first paragraph are a list of dates.
_MOST_DATES = 5
# Published, and updated.
_MOST_MOMENTS = 2
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af|oleh|από|του|της|των|bởi|text:|autor:|автор:|del)\b", re.IGNORECASE)
_PLACE = re.compile(r"^[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}$")
_DIGIT = re.compile(r"\d")
# No page was published then.
_LONG_AGO = re.compile(r"(?<![\d.,:/])(?:1[0-8]\d\d|19[0-7]\d)(?![\d.,:/]\d)")
_CLOCK = re.compile(r"\d{1,2}[:h.]\d\d(?!\d|\.\d)")
_HOURS = re.compile(r"\d[:h.]\d\d ?[-–] ?\d{1,2}[:h.]\d\d(?!\d|\.\d)")
_MONTH = re.compile(r"^\W*[^\W\d_]{3,}\.? (?:19|20)\d\d\W*$")
# A time of day alone may head a part of the text.
_CLOCK_ALONE = re.compile(r"^\W*\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?(?:[ap]\.?m\.?|uhr|h))?\W*$", re.IGNORECASE)
_ENTRY = re.compile(r"^\W{0,3}(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?(?:[ap]\.?m\.?|uhr|h))?\b\W", re.IGNORECASE)
# "10 h: concert", "10.00 - 18.00 Uhr: market".
_EVENT = re.compile(
    r"^\W{0,3}\d{1,2}(?:[:.h]\d\d(?: ?[-–] ?\d{1,2}[:.h]\d\d)?(?: ?(?:h|uhr|uur|[ap]m))?| ?(?:h|uhr|uur|[ap]m))"
    r"[^\w\n]{1,3}[^\W\d_]{3}",
    re.IGNORECASE,
)
# What stands in place of a name.
_DESK = re.compile(
    r"(?i)^(?:newsroom|editorial team|the editors|(?:the )?news desk|web desk|tim redaksi)$"
    r"|\bpublic affairs(?: office)?$"
)
ADDRESS = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
_LONGEST_NAME = 30
# Wider than that is no line of a byline, but text in a table's cell or behind an author's name.
_WIDEST = 140
# So many lines of a byline stand between a standfirst and the text.
_LABELS = 3
# A share bar or the like begins so many lines behind a source, counters between them.
_REACH = 3
# A headline or standfirst above a name has so many words.
_TITLE_WORDS = 4
# What stands between the parts of a byline.
_TOOLS = ("share_bar", "page_tools", "media_player")


def around_head(document: Document, seen: Marks, rule: str, reach: int) -> Iterator[Mark]:
    """Dates, names and evidence around the first paragraph that hang together."""
    lines, body = document.lines, document.body
    filled = [i for i, line in enumerate(lines) if line.text]
    start = body.start if body else lead(document, seen)
    first = bisect_left(filled, start) if start < len(lines) else 0
    first = first if body else min(len(filled), max(8, min(first, reach)))
    zone = filled[max(0, first - reach) : first + (4 if body else 0)]
    zone = [i for i in zone if seen.confidence(i, rule) > 0 or not believed(seen, i, *_TOOLS)]
    yield from _chain(document, seen, rule, zone, "around the first paragraph", titled=True)
    names = [i for i in beside_furniture(document, seen) if is_person(lines[i].text)]
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
    begins = _begins(document)
    narrow = [i for i in zone if lines[i].width <= _WIDEST]
    dates = {i for i in narrow if _is_dated(document, seen, rule, i, begins)}
    if not titled or not document.body:  # "Harwick," above its date: a letter's end
        dates = {i for i in dates if not _goes_on(document, i)}
    if len(dates) > _MOST_DATES or (dates and (_lists_dates(document) or _is_ticker(document))):
        dates = set()
    known = {i for i in zone if seen.confidence(i, rule) >= 0.5} | dates
    weak = {i for i in narrow if i not in known and (seen.confidence(i, rule) > 0 or _CLOCK_ALONE.match(lines[i].text))}
    # A heading in a box of bylines may be a standfirst.
    weak -= {i for i in weak if (block := lines[i].block) and block.kind == "heading" and is_of_markup(seen, i, rule)}
    alone = set(_under_title(document, seen, zone, weak, begins) if titled else _signing(document, zone, weak))
    jobs = {i for i in zone if (i < begins or not titled) and is_job(lines[i].text)}
    if not known and not weak and not alone and not jobs:
        return
    names = {i for i in zone if i not in known and i not in weak and is_person(lines[i].text)}
    names = {i for i in names if not (heads_list(document, i, known) or has_common_word(document, lines[i].text))}
    alone |= _with_jobs(document, zone, names, jobs, spoken=bool(titled and known))
    alone |= _with_places(document, zone, names, dates) if titled else set()
    labels = {i for i in weak if _is_label(document, seen, rule, i)}
    found = {i for i in weak if _BY.match(bare(lines[i].text)) and _may_stand_alone(lines[i].text)}
    found |= alone
    grown = True
    while grown:
        grown = False
        for k, i in enumerate(zone):
            beside = {zone[j] for j in (k - 1, k + 1) if 0 <= j < len(zone)}
            near = beside & (known | found)
            if i in names:
                # A headline may look like a name: something longer must stand before it.
                near = {j for j in near if j in (before(document, i), after(document, i)) or is_unspoken(document, i)}
                joins = beside & labels or (near and (not titled or _follows_title(document, zone, k)))
            else:
                joins = i in weak and (near or beside & labels or (i in labels and beside & names))
            if joins and i not in found:
                found.add(i)
                grown = True
    yield from whole(document, rule, sorted(dates), 0.8, f"a date {where}")
    yield from whole(document, rule, sorted(found), 0.75, f"beside other byline lines {where}")


def _with_jobs(document: Document, zone: Sequence[int], names: Set[int], jobs: Set[int], *, spoken: bool) -> set[int]:
    """Names with what these people do for a newspaper below them; only such of whom the text never speaks, or all."""
    pairs = [(i, j) for i, j in pairwise(zone) if i in names and j in jobs and j == after(document, i)]
    return {i for pair in pairs if spoken or is_unspoken(document, pair[0]) for i in pair}


def _with_places(document: Document, zone: Sequence[int], names: Set[int], dates: Set[int]) -> set[int]:
    """Names of whom the text never speaks, each above where it was written and a date ("Ana Lima", "Porto")."""
    triples = [t for t in zip(zone, zone[1:], zone[2:], strict=False) if t[0] in names and t[2] in dates]
    return {
        i
        for name, place, _ in triples
        if _is_place(document.lines[place].text) and is_unspoken(document, name)
        for i in (name, place)
    }


def _is_place(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and text[:1].isupper() and bool(_PLACE.match(text))


def _under_title(document: Document, seen: Marks, zone: Sequence[int], weak: set[int], begins: int) -> Iterator[int]:
    """A newsroom, an address or "By ..." between headline and first paragraph; a name that signs the end too."""
    lines = document.lines
    behind = {lines[i].text for i in tail(document) if 0 < lines[i].width <= _LONGEST_NAME}
    for k, i in enumerate(zone):
        text = lines[i].text
        if lines[i].width > 80 or i >= begins or not _follows_title(document, zone, k):
            continue
        again = text in behind and is_name(text) and lines[i].words >= 2
        again = again or (is_stranger(document, seen, i) and is_person(text))
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
            (first and text.strip("()-–— ").lower() not in NOT_INITIALS)
            or END_MARK.match(text)
            or (i in weak and len(label) <= 24 and is_person(name))
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


def _is_dated(document: Document, seen: Marks, rule: str, i: int, begins: int) -> bool:
    """Whether a line is a date, alone or, with a time of day, behind a word that names it."""
    text = bare(document.lines[i].text)
    if not _DIGIT.search(text) or _LONG_AGO.search(text) or _HOURS.search(text):
        return False
    below = after(document, i)
    if below is not None and _EVENT.match(document.lines[below].text):
        return False  # the day of a program
    rest = text.partition(" ")[2]
    if _CLOCK_ALONE.match(text):
        return False
    if (i < begins or seen.confidence(i, rule) > 0) and is_stamped(text):
        return True
    if i < begins and is_clocked(text) and _is_moment(document, i):
        return True
    return is_date(text) or (seen.confidence(i, rule) > 0 and bool(_CLOCK.search(rest)) and is_date(rest))


def _is_moment(document: Document, i: int) -> bool:
    """Whether a line with a day and a time is the text's own, below its title: readers' posts have one each."""
    clocked = sum(is_clocked(line.text) for line in document.lines)
    return clocked <= _MOST_MOMENTS and any(line.words >= _TITLE_WORDS for line in document.lines[:i])


def _begins(document: Document) -> int:
    """Where the text begins: at its first paragraph, or at the next where only a few labels part this from it.

    Behind the last line where it has no paragraph.
    """
    if not document.body:
        return len(document.lines)
    start = document.body.start
    labels = list(takewhile(lambda i: not document.lines[i].is_prose, blocks.below(document, start, _LABELS + 1)))
    if not 0 < len(labels) <= _LABELS or any(map(document.reads, labels)):
        return start
    at = after(document, labels[-1])
    return start if at is None or document.lines[start].width > STANDFIRST_WIDTH else at


def _goes_on(document: Document, i: int) -> bool:
    """Whether the line above ends in a comma."""
    above = before(document, i)
    return above is not None and document.lines[above].text.endswith((",", "،"))


def _lists_dates(document: Document) -> bool:
    """Whether dates head the parts of the text itself: two between sentences, three that follow one, or two months.

    In an archive's list, months follow each other.
    """
    lines, within, behind = document.lines, 0, 0
    months: set[str] = set()
    for i, line in enumerate(lines):
        if 0 < line.width <= 60 and is_date(bare(line.text)):
            above, below = before(document, i), after(document, i)
            beside = [bare(lines[j].text) for j in (above, below) if j is not None]
            if _MONTH.match(line.text) and not any(is_date(text) for text in beside):
                months.add(line.key)
            if above is not None and below is not None and is_sentence(document, above):
                behind += 1
                within += is_sentence(document, below)
    return within >= 2 or behind >= 3 or len(months) >= 2


def _is_ticker(document: Document) -> bool:
    """Whether paragraphs begin with a time of day, as the entries of a live ticker do; dates head its parts."""
    return sum(bool(_ENTRY.match(line.text)) and line.words >= 4 for line in document.lines) >= 3


def _may_stand_alone(text: str) -> bool:
    """Whether "By ..." needs no other line beside it: a person's name of two or three words follows."""
    rest = text.split(" ", 1)[1] if " " in text else ""
    name = re.split(r",| \||/| in ", rest)[0].strip()
    return is_person(name.title() if name.isupper() else name) or all_agencies(rest)


def _is_label(document: Document, seen: Marks, rule: str, i: int) -> bool:
    """Whether a line is a label that a name or date follows ("By", "Published on"), with neither in it."""
    return document.lines[i].width <= 24 and any("{" not in mark.hit.why for mark in seen.on(i, rule))


def _follows_title(document: Document, zone: Sequence[int], k: int) -> bool:
    """Whether something longer stands before a name in its zone, so that the name is not the headline itself."""
    lines = document.lines
    return any(lines[i].words >= _TITLE_WORDS for i in zone[:k])
