"""From a result's removals to the facts in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
from dechrome.targets import TO_SHARE
from dechrome.types import Document, Removal

_READ = ("byline", "photo_caption", "tags", "metadata", "author_bio", "legal")
# What these rules remove is about other articles and other people.
_ELSEWHERE = frozenset({"related", "also_read", "navigation", "comments", "newsletter", "advertisement"})
_APPEARED = re.compile(
    r"(?:first|originally|previously|initially) (?:appeared|published|posted|ran)|(?:appeared|published) first"
    r"|republished|reprinted|syndicated|cross-?posted|zuerst|ursprünglich|erstmals|initialement|d['’]abord|originellement"
    r"|republi[ée]|republicad|originalmente|por primera vez|originariamente"
    r"|originally|pierwotnie|впервые|ursprungligen|oorspronkelijk"
)
_LONGEST = 300
_BLANK = re.compile(r"\s")
_WORD = re.compile(r"[^\W\d_]{4,}")
# A label and what it labels are at most so many lines apart, blank ones included.
_NEAR = 3
# More days than these at the head are a list of days.
_MOST_DAYS = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """A removal that may say something of the article, as one rule saw it; the text has plain spaces."""

    removal: Removal
    rule: str
    why: str
    text: str

    @property
    def in_run(self) -> bool:
        """Whether it is the label of a list of tags, or a tag below one."""
        return self.rule == "tags" and ("below" in self.why or is_label(self.text))


def gather(removals: Sequence[Removal], kept: Document) -> Metadata:
    """The facts in what was removed from a text, of which `kept` is what stays."""
    told = [one for removal in removals for one in _told(removal, kept)]
    end = _end(kept)
    others = any(removal.rule in _ELSEWHERE and removal.line > end for removal in removals)
    parts = _settled(list(_parts(told, kept.lang)), kept, end, others=others)
    facts = {_fact(removal, part) for removal, part in parts}
    return Metadata(tuple(sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind))))


def _told(removal: Removal, kept: Document) -> Iterator[_Told]:
    """A removal as the first of the rules saw it that know something of the article; nothing where none does."""
    if removal.rule in _ELSEWHERE or (removal.block and TO_SHARE in removal.block.targets):
        return
    reasons = {one.rule: one.why for one in reversed(removal.evidence)} | {removal.rule: removal.why}
    rule = removal.rule if removal.rule in _READ else next((rule for rule in _READ if rule in reasons), "")
    if rule:
        yield _Told(removal, rule, reasons[rule], _BLANK.sub(" ", _seen(removal, kept)))


def _seen(removal: Removal, kept: Document) -> str:
    """The text of a removal, with spaces for the markup of a verbatim document."""
    if not kept.verbatim:
        return removal.text
    from dechrome.markdown.masking import masked

    return masked(removal.text)


def _parts(told: Sequence[_Told], lang: str | None) -> Iterator[tuple[Removal, Part]]:
    context = _context([one.text for one in told if one.rule in ("byline", "metadata")], lang)
    boxed = [one for one in told if one.rule == "author_bio"]
    for k, part in box([one.text for one in boxed]):
        yield boxed[k].removal, part
    for in_run, run in groupby((one for one in told if one.rule == "tags"), key=lambda one: one.in_run):
        if in_run:
            lines = list(run)
            for one, found in zip(lines, tag_run([one.text for one in lines]), strict=True):
                yield from ((one.removal, part) for part in found)
    above: _Told | None = None
    for one in told:
        near = above is not None and one.removal.line - above.removal.line <= _NEAR
        yield from ((one.removal, part) for part in _read(one, above.text if above and near else "", context))
        above = one if one.rule == "byline" else above


def _read(one: _Told, above: str, context: Context) -> Iterator[Part]:
    """The parts of one removal that need no other, its label in the line `above` aside."""
    if one.rule == "byline":
        yield from byline(one.text, one.why, above, context)
    elif one.rule == "metadata":
        yield from field(one.text, context)
    elif one.rule == "photo_caption":
        yield from pictured(one.text, one.why)
    elif one.rule == "tags" and not one.in_run:
        yield from tagged(one.text, one.why)
    elif one.rule == "legal" and len(one.text) <= _LONGEST and _APPEARED.search(fold(one.text)) and "©" not in one.text:
        bare = one.text.strip(" *|_")
        start = one.text.index(bare)
        yield Part("source", start, start + len(bare))


def _context(texts: Sequence[str], lang: str | None) -> Context:
    """The language, by the labels where nobody knows it, and the order of days and months."""
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
    """Whether the text speaks of somebody again and again, or has a word of the name without its capital."""
    if sum(name.rsplit(maxsplit=1)[-1] in line.text for line in kept.lines) > 1:
        return True
    words = [re.escape(word.lower()) for word in _WORD.findall(name) if word[:1].isupper()]
    common = re.compile(rf"(?<![^\W_])(?:{'|'.join(words)})(?![^\W_])") if words else None
    return common is not None and any(common.search(line.text) for line in kept.lines)


def _fact(removal: Removal, part: Part) -> Fact:
    text = removal.text[part.start : part.end]
    dated = part.kind in ("published", "modified", "date")
    value: str | date | None = part.when if dated else _normalizer().line(text)
    start = removal.start + part.start
    return Fact(part.kind, text, value, removal.line, start, start + len(text))


@cache
def _normalizer() -> Normalizer:
    return Normalizer()
