"""Finding the dates of a byline and reading them; only a date with day, month and year gets a value.

The reading is dateparser's. What it is told never depends on the clock, the locale or the time zone of the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any

from dechrome.dates import is_date
from dechrome.fold import fold

LANGUAGES = (
    *("en", "de", "fr", "es", "pt", "it", "nl", "sv", "nb", "da", "fi", "pl", "cs", "uk", "ru", "el", "tr", "ar"),
    *("hi", "id", "vi", "zh", "ja", "ko"),
)
_CODES = {"no": "nb"}
_WORD = r"[^\s\d,;:|()/<>]{2,14}"
_GAP = r"(?:[\s.,-]|º|ª){0,3}"
_OF = r"(?:(?:de|del|of|d['’]|năm|tháng)\s*)?"
_DATE = re.compile(
    r"(?<![\d/.:-])(?:"
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?(?![\d:])"
    r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일号號]"
    r"|\d{4}(?P<y>[./-])\s?\d{1,2}(?P=y)\s?\d{1,2}(?!\d)"
    r"|\d{1,2}(?P<d>[./-])\s?\d{1,2}(?P=d)\s?(?:\d{4}|\d\d)(?![\d/-])"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|-го)?{_GAP}{_OF}(?:tháng \d{{1,2}}|{_WORD}){_GAP}{_OF}\d{{4}}(?!\d)"
    rf"|(?<![^\W\d_]){_WORD}{_GAP}\d{{1,2}}(?:st|nd|rd|th)?[,.]?\s*\d{{4}}(?!\d)"
    r")",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"^(\d{1,2})([./-])\s?(\d{1,2})\2\s?\d{2,4}")
_HALF = r"(?:오전|오후|上午|下午|午前|午後)\s?"
_CLOCK = (
    rf"(?:{_HALF})?(?<!\d)\d{{1,2}}(?:(?:[:.h]|\s?[時时点點시]\s?)\d\d\s?[分분]?(?::\d\d)?(?!\d)|(?=\s?(?:[ap]\.?m|uhr|h)\b))"
    r"(?:\s?(?:[ap]\.?m\b\.?|uhr\b|hrs?\b|h\b))?"
    rf"(?:\s?(?:UTC|GMT|[A-Z]{{2}}T|[A-Z]{{3,4}}|WIB|Z)?(?:\s?[+-]\d{{1,2}}(?::?\d\d)?)?(?![^\W_]))?"
)
_JOINT = r"(?:[\s,.|(•·–—-]|(?:г|р|r|kl|hod)\.|[^\W\d]{1,12}(?=[\s,])){0,8}"
_AFTER = re.compile(rf"{_JOINT}(?P<clock>{_CLOCK})", re.IGNORECASE)
_BEFORE = re.compile(rf"(?P<clock>{_CLOCK}){_JOINT}$", re.IGNORECASE)
_HALVES = re.compile(_HALF)
_HOUR = re.compile(r"(\d{1,2})\s?(?:[h.]|[時时点點시]\s?)(\d\d)(?!\d)[分분]?", re.IGNORECASE)
_FULL_HOUR = re.compile(r"(?<![\d:.])(\d{1,2})\s?(?:uhr|h)\b", re.IGNORECASE)
_NO_WORDS = re.compile(r"\b(?:uhr|hrs?|h|kl|klo|ore|godz|hod)\b\.?", re.IGNORECASE)
# These name one zone only; CST, IST, BST and the like are the time of several countries.
_ZONE = re.compile(r"\b(?:UTC|GMT|E[SD]T|P[SD]T|CEST|CET|MSK|JST|WIB)\b|\dZ\b|[+-]\d\d:?\d\d$")
_AMERICAN = re.compile(r"\b(?:[ECMP][SD]T|[ECP]T)\b")
_SPAN = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A date that stands at `[start, end)` of a text, and its value; None where it cannot be told."""

    start: int
    end: int
    value: date | None


def find_dates(text: str, lang: str | None = None, *, day_first: bool | None = None) -> list[Found]:
    """The full dates in `text`, each with the time of day beside it.

    A value is a datetime where a time of day stands beside the date, else a date. `lang` is the language, an ISO
    639-1 code; `day_first` says how dates like 03/04/2024 are to be read, see `reads_day_first`.

    >>> find_dates("By Ana Lima, 3 May 2021")
    [Found(start=13, end=23, value=datetime.date(2021, 5, 3))]
    >>> find_dates("03/04/2024"), find_dates("03/04/2024", "fr")[0].value
    ([Found(start=0, end=10, value=None)], datetime.date(2024, 4, 3))
    """
    if day_first is None:
        day_first = reads_day_first(text, lang)
    return [Found(start, end, read_date(text[start:end], lang, day_first=day_first)) for start, end in _spans(text)]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    last = at = 0
    while match := _DATE.search(text, at):
        start, end = match.span()
        if not (match["y"] or is_date(_plain(match[0]))):
            at = start + 1
            continue
        after = _AFTER.match(text, end)
        before = _BEFORE.search(text, max(last, start - _SPAN), start)
        if after and is_date(_plain(text[start : after.end()])):
            end = after.end()
        elif before and is_date(_plain(text[before.start() : end])):
            start = before.start()
        yield start, start + len(text[start:end].rstrip())
        last = at = end


def _plain(text: str) -> str:
    """The text as `is_date` and dateparser know it best: Western digits, single spaces, no day's halves."""
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    return " ".join(_HALVES.sub(" ", digits).split())


def reads_day_first(text: str, lang: str | None) -> bool | None:
    """Whether the day comes first where a text writes 03/04/2024; None where nothing tells.

    Only English has both orders, so it takes another sign: a part above 12 in a date like it, an American
    time zone. In every other language the day comes first; without a language nothing is known.

    >>> reads_day_first("Published 18/03/2024, updated 03/04/2024", "en")
    True
    >>> reads_day_first("03/04/2024 9:15 AM EDT", None), reads_day_first("03/04/2024", "en")
    (False, None)
    """
    for start, end in _spans(text):
        if (match := _NUMERIC.match(_plain(text[start:end]))) and match[2] != ".":
            if int(match[1]) > 12:
                return True
            if int(match[3]) > 12:
                return False
    if _AMERICAN.search(text):
        return False
    return True if lang and lang != "en" else None


def read_date(text: str, lang: str | None = None, *, day_first: bool | None = None) -> date | None:
    """The day, or the moment, that `text` names in full; None where a part is missing or its order is not known.

    The moment is as written, and has a time zone only where the text names one that is beyond doubt.
    """
    text = " ".join("".join(str(int(c)) if c.isdecimal() else c for c in text).split())
    order, found = "DMY", _DATE.search(text)
    if match := _NUMERIC.match(found[0] if found else text):
        day, month = int(match[1]), int(match[3])
        if month > 12 or (match[2] != "." and day <= 12 and day_first is False):
            order = "MDY"
        elif match[2] != "." and day <= 12 and day != month and day_first is None:
            return None
    elif re.match(r"\d{4}\D", text):
        order = "YMD"
    for attempt in _attempts(text):
        if moment := _parse(attempt, lang, order):
            return moment
    return None


def _attempts(text: str) -> Iterator[str]:
    """What to give to dateparser, until it understands: the text, the same in plainer words, the date alone."""
    text = re.sub(r"(?<=\d)[ºª]|[|(•·]", " ", text)
    match = _DATE.search(text)
    clock = re.search(_CLOCK, text.replace(match[0], " ", 1), re.IGNORECASE) if match else None
    if match and clock:
        hour = _NO_WORDS.sub(" ", _FULL_HOUR.sub(r"\1:00 ", _HOUR.sub(r"\1:\2 ", clock[0])))
        yield f"{match[0]} {hour.strip()}"
    yield text
    if match:
        yield match[0]


def _parse(text: str, lang: str | None, order: str) -> date | None:
    hint = _CODES.get(lang or "", lang)
    for languages in ([hint] if hint in LANGUAGES else [], list(LANGUAGES)):
        found = _parser(tuple(languages), order).get_date_data(text) if languages else None
        moment: datetime | None = found.date_obj if found else None
        if moment and found:
            return _zoned(moment, text) if found.period == "time" else moment.date()
    return None


def _zoned(moment: datetime, text: str) -> datetime:
    offset = moment.utcoffset()
    zone = timezone(offset) if offset is not None and _ZONE.search(text) else None
    return moment.replace(tzinfo=UTC if offset == timedelta(0) and zone else zone)


@cache
def _parser(languages: tuple[str, ...], order: str) -> Any:
    """A parser for these languages; loading one takes a moment, so it is kept."""
    from dateparser.date import DateDataParser

    settings = {
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": datetime(2000, 1, 1),  # a fixed day, so that the clock is never asked
        "RETURN_TIME_AS_PERIOD": True,
        "DATE_ORDER": order,
        "DEFAULT_LANGUAGES": [],
    }
    return DateDataParser(languages=list(languages), use_given_order=True, settings=settings)


def is_undated(text: str) -> bool:
    """Whether `text` is a day without its year, or time that is counted from now: a date that has no value.

    >>> is_undated("Aug 15"), is_undated("15:30"), is_undated("May we")
    (True, False, False)
    """
    folded = fold(text).strip(" .,|()-")
    return is_date(folded) and bool(re.search(r"[^\W\d_]{3}|[月월]", folded)) and bool(re.search(r"\d", folded))
