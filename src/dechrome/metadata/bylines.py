"""What bylines, author boxes and fields of an export say: names, sources and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dechrome.dates import is_date
from dechrome.metadata.dates import Found, find_dates, is_undated
from dechrome.metadata.fact import Kind, Part
from dechrome.metadata.labels import Label, date_labels, gap, name_labels
from dechrome.metadata.people import Named, people
from dechrome.rules.metadata.fields import read_field

_READING = re.compile(r"read|lese|leest|lect|leit|lett|läs|luku|čten|czyt|чита|чтен|αναγν|okuma|baca|đọc|min\"|读|読")
_PRESS = re.compile(
    r"(?i)press|medi[ae]|prensa|imprensa|stampa|\bpras|\bmedi[óo]w|сми\b|媒体|媒體|報道関係|báo chí|basın|contact"
)
_BAR = re.compile(r"\s*[|•·(]\s*|\s+[–—-]\s+|^\s*[–—-]\s+")
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[\s,]*$")
_ASIAN = re.compile(r"[\u3040-\uffff]")
_FETCHED = re.compile(r"crawl|fetch|retriev|scrap|download|access")
_KEYS: dict[Kind, re.Pattern[str]] = {
    "tag": re.compile(r"^(?:tags?|keywords?|categor\w+|topics?|schlagw\w+|etiquetas|mots-clés|kategorie\w*)$"),
    "source": re.compile(r"^(?:source|publisher|site|site_?name|quelle|fuente|fonte|źródło|источник|来源|來源|출처)$"),
    "modified": re.compile(r"updat|modif|aktuali|edited"),
    "published": re.compile(r"publi|date|creat|time|datum|fecha|data|дата|ημερομηνια|日期|时间|公開日|날짜|tanggal"),
}
_WRITES = re.compile(
    r"^(?P<name>[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|van|von|de|der|den|da|di|del|la|le|el|bin|al)){1,3})"
    r"(?:,| \(| (?:is|was|has|covers|writes|reports|joined|works|lives|ist|war|schreibt|arbeitet|est|es|é|è|jest|pisze"
    r"|är|er|on)\b)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the text: its language, and how it writes days and months in numbers."""

    lang: str | None
    day_first: bool | None


def byline(text: str, why: str, above: str, context: Context) -> Iterator[Part]:
    """The facts in a byline; `above` is the byline's line before this one, which may be the label of this one."""
    dates = find_dates(text, context.lang, day_first=context.day_first)
    pending = date_labels().whole(above)
    last = 0
    for date in dates:
        kind, told = _date_kind(text, last, date, pending)
        yield Part(kind, date.start, date.end, date.value, told)
        last = date.end
    if not dates and ("{date}" in why or is_undated(text) or ("{n}" in why and not _READING.search(why))):
        start, end = _undated(text)
        label = date_labels().leading(text[start:end]) or pending
        yield Part(_kind_of(label), start, end, None, label is not None)
        dates = [Found(start, end, None)]
    alone = bool(dates) or "beside" in why or "date around" in why or "name" in why or "signature" in why
    labelled = name_labels().find(text)
    for named in people(_blanked(text, dates), name_labels().whole(above), alone=alone):
        said = bool(labelled) or bool(name_labels().whole(above))
        yield Part(named.kind, named.start, named.end, None, said)


def _undated(text: str) -> tuple[int, int]:
    """Where a date stands that has no value ("2 hours ago"): the last part of a byline that has a number."""
    cuts = [0, *(m.end() for m in _BAR.finditer(text))], [*(m.start() for m in _BAR.finditer(text)), len(text)]
    spans = [(start, end) for start, end in zip(*cuts, strict=True) if any(map(str.isdigit, text[start:end]))]
    start, end = spans[-1] if spans else (0, len(text))
    bare = text[start:end].strip(" .,|()-*•")
    start += text[start:end].index(bare)
    return start, start + len(bare)


def _blanked(text: str, dates: Sequence[Found]) -> str:
    """The text with a bar in place of each date, and of the words that lead to it; of the same length."""
    for date in dates:
        start = date.start
        for label in date_labels().find(text[:start]):
            if _leads(text[label.end : start]):
                start = label.start
                break
        weekday = _LAST_WORD.search(text[:start])
        if weekday and is_date(f"1 {weekday[1]}"):
            start = weekday.start()
        text = text[:start] + "|" * (date.end - start) + text[date.end :]
    return text


def _date_kind(text: str, last: int, date: Found, pending: Label | None) -> tuple[Kind, bool]:
    """What the words beside a date say of it, and whether there are any."""
    above, below = text[last : date.start], text[date.end :]
    before = [label for label in date_labels().find(above) if _leads(above[label.end :])]
    behind = date_labels().leading(below[:12])
    if before:
        kind = _kind_of(next((label for label in before if label.kind != "date"), None))
        return kind, kind != "date"
    if behind and _ASIAN.match(below[behind.start]) and below[behind.end : behind.end + 1] not in (":", "："):
        return _kind_of(behind), True
    return _kind_of(pending), pending is not None


def _leads(between: str) -> bool:
    """Whether only a weekday, a time of day or a joint stands between a label and its date."""
    return gap(between) or (len(between) <= 24 and not re.search(r"[|•·]|[^\W\d_]{3,}:", between))


def _kind_of(label: Label | None) -> Kind:
    if label is None:
        return "date"
    return "modified" if label.kind == "modified" else "published" if label.kind == "published" else "date"


def box(texts: Sequence[str]) -> Iterator[tuple[int, Part]]:
    """The authors in a box about them, each with the index of its line."""
    told = " ".join(text for text in texts if _WRITES.match(text))
    above = ""
    for k, text in enumerate(texts):
        if _PRESS.search(text) and len(text) < 70:
            return
        found = [n for n in people(text, name_labels().whole(above)) if n.kind == "author"]
        if not found and len(text) < 50:
            found = [n for n in people(text, alone=True) if not k or text[n.start : n.end].split()[-1] in told]
        elif not found and (match := _WRITES.match(text)) and people(match["name"], alone=True):
            found = [Named("author", 0, match.end("name"))]
        yield from ((k, Part("author", n.start, n.end)) for n in found)
        above = text


def field(text: str, context: Context) -> Iterator[Part]:
    """The fact that a field of an export is: its author, date, tags or source."""
    found = read_field(text)
    if not found:
        return
    key, start, end = found.key.lower(), found.start, found.end
    label = name_labels().whole(key)
    if (label and label.kind == "author") or key in ("authors", "byline"):
        shown = "|" * start + text[start:end]
        yield from (Part(n.kind, n.start, n.end) for n in people(shown, Label(0, 0, "author", ""), alone=True))
        return
    kind = next((kind for kind, pattern in _KEYS.items() if pattern.search(key)), None)
    if kind in ("published", "modified") and not _FETCHED.search(key):
        for date in find_dates(text[start:end], context.lang, day_first=context.day_first):
            yield Part(kind, start + date.start, start + date.end, date.value)
    elif kind == "source":
        yield Part(kind, start, end)
    elif kind == "tag":
        yield from _listed(text, start, end)


def _listed(text: str, start: int, end: int) -> Iterator[Part]:
    for match in re.finditer(r"[^,;|\[\]\"']+", text[start:end]):
        piece = match[0].strip()
        if piece and not is_date(piece):
            left = start + match.start() + match[0].index(piece)
            yield Part("tag", left, left + len(piece))
