"""From a result's removals to the facts in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import groupby

from dechrome.fold import fold
from dechrome.metadata import Fact, Metadata
from dechrome.metadata.bylines import Context, box, byline, field
from dechrome.metadata.dates import reads_day_first
from dechrome.metadata.fact import Part
from dechrome.metadata.labels import date_labels, name_labels
from dechrome.metadata.pictures import pictured
from dechrome.metadata.tagged import is_label, tag_run, tagged
from dechrome.normalize import Normalizer
from dechrome.types import Document, Removal

_READ = ("byline", "photo_caption", "tags", "metadata", "author_bio", "legal")
# What these rules remove is about other articles and other people.
_ELSEWHERE = frozenset({"related", "also_read", "navigation", "comments", "newsletter", "advertisement"})
_APPEARED = re.compile(
    r"(?:first|originally|previously|initially) (?:appeared|published|posted|ran)|(?:appeared|published) first"
    r"|republished|reprinted|syndicated|cross-?posted|zuerst|ursprünglich|erstmals|initialement|d['’]abord|originellement"
    r"|republi|originalmente|por primera vez|originariamente|originally|pierwotnie|впервые|ursprungligen|oorspronkelijk"
)
_LONGEST = 300
# More days than these at the head are a list of days.
_MOST_DAYS = 2


def gather(removals: Sequence[Removal], kept: Document) -> Metadata:
    """The facts in what was removed from a text, of which `kept` is what stays."""
    told = [(removal, rule) for removal in removals if (rule := _reader(removal))]
    ends = _end(kept)
    others = any(removal.rule in _ELSEWHERE and removal.line > ends for removal in removals)
    parts = _settled(list(_parts(told, kept.lang)), kept, ends, others=others)
    facts = {_fact(removal, part) for removal, part in parts}
    return Metadata(tuple(sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind))))


def _reader(removal: Removal) -> str:
    """Whose kind of line a removal is; empty where it says nothing of the article."""
    if removal.rule in _READ or removal.rule in _ELSEWHERE:
        return removal.rule if removal.rule in _READ else ""
    return next((rule for rule in _READ if rule in removal.also), "")


def _parts(told: Sequence[tuple[Removal, str]], lang: str | None) -> Iterator[tuple[Removal, Part]]:
    context = _context([removal for removal, rule in told if rule in ("byline", "metadata")], lang)
    above = ""
    boxed = [removal for removal, rule in told if rule == "author_bio"]
    for k, part in box([_spaced(removal.text) for removal in boxed]):
        yield boxed[k], part
    for run in _runs([removal for removal, rule in told if rule == "tags"]):
        for removal, found in zip(run, tag_run([_spaced(removal.text) for removal in run]), strict=True):
            yield from ((removal, part) for part in found)
    for removal, rule in told:
        text = _spaced(removal.text)
        if rule == "byline":
            yield from ((removal, part) for part in byline(text, removal.why, above, context))
            above = text
        elif rule == "metadata":
            yield from ((removal, part) for part in field(text, context))
        elif rule == "photo_caption":
            yield from ((removal, part) for part in pictured(text, removal.why))
        elif rule == "tags" and not _in_run(removal):
            yield from ((removal, part) for part in tagged(text, removal.why))
        elif rule == "legal" and len(text) <= _LONGEST and _APPEARED.search(fold(text)):
            bare = text.strip(" *|_")
            start = text.index(bare)
            yield removal, Part("source", start, start + len(bare))


def _in_run(removal: Removal) -> bool:
    return "below" in removal.why or is_label(removal.text)


def _runs(removals: Sequence[Removal]) -> Iterator[list[Removal]]:
    """Labels of tags, each with the lines below it."""
    for whole, run in groupby(removals, key=_in_run):
        if whole:
            yield list(run)


def _context(removals: Sequence[Removal], lang: str | None) -> Context:
    """The language, by the labels where nobody knows it, and the order of days and months."""
    texts = [_spaced(removal.text) for removal in removals]
    known = (label.lang for text in texts for table in (date_labels(), name_labels()) for label in table.find(text))
    lang = lang or next((tongue for tongue in known if tongue not in ("", "any")), None)
    return Context(lang, reads_day_first("\n".join(texts), lang))


def _end(kept: Document) -> int:
    """The number of the text's last paragraph; of its last line where it has none."""
    numbers = [line.number for line in kept.lines if line.is_prose] or [line.number for line in kept.lines]
    return numbers[-1] if numbers else 0


def _settled(
    parts: list[tuple[Removal, Part]], kept: Document, end: int, *, others: bool
) -> Iterator[tuple[Removal, Part]]:
    """The parts, with a date of which nothing is said taken for the publication's, where it can be no other's.

    Behind the text, which ends in line `end`, a name or a date alone may belong to what else the page offers:
    it counts only by itself, and where no `others` were removed there.
    A name alone of whom the text speaks is its subject, or somebody in a picture.
    """
    bare = [(removal, part) for removal, part in parts if not part.said]
    days = {str(part.when)[:10] for removal, part in bare if part.when and removal.line <= end}
    published = any(part.kind == "published" for _, part in parts) or len(days) > _MOST_DAYS
    for removal, part in parts:
        if not part.said and part.kind in ("author", "date"):
            kinds = ("author",) if part.kind == "author" else ("published", "modified", "date")
            rivals = sum(other.kind in kinds for _, other in parts) > 1
            behind = removal.line > end and (rivals or others)
            if part.kind == "author":
                name = removal.text[part.start : part.end]
                if behind or _is_subject(name, kept):
                    continue
            elif part.when and not published and not behind:
                published = True
                yield removal, replace(part, kind="published")
                continue
        yield removal, part


def _is_subject(name: str, kept: Document) -> bool:
    """Whether the text speaks of somebody again and again."""
    return sum(name.rsplit(maxsplit=1)[-1] in line.text for line in kept.lines) > 1


def _fact(removal: Removal, part: Part) -> Fact:
    text = removal.text[part.start : part.end]
    dated = part.kind in ("published", "modified", "date")
    value: str | date | None = part.when if dated else _normalizer().line(text)
    start = removal.start + part.start
    return Fact(part.kind, text, value, removal.line, start, start + len(text))


@cache
def _normalizer() -> Normalizer:
    return Normalizer()


def _spaced(text: str) -> str:
    """The text with plain spaces; of the same length."""
    return re.sub(r"\s", " ", text)
