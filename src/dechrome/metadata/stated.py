"""What a page states of its article for machines, as facts that stand nowhere in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from dechrome.metadata.fact import STATED, Fact, Kind

_DAYS: tuple[Kind, ...] = ("published", "modified")
_DAY = len("2024-03-03")


def stated(meta: Mapping[str, str]) -> Iterator[Fact]:
    """The facts in `Document.meta`; their text is empty, and their line 0.

    >>> [(fact.kind, fact.value) for fact in stated({"authors": "Ana Lima; Bo Ek", "title": "Bridge opens"})]
    [('title', 'Bridge opens'), ('author', 'Ana Lima'), ('author', 'Bo Ek')]
    """
    for kind in STATED:
        if kind in meta:
            yield _fact(kind, meta[kind])
    for name in meta.get("authors", "").split("; "):
        if name:
            yield _fact("author", name)
    for kind in _DAYS:
        if kind in meta:
            yield _fact(kind, _day(meta[kind]))


def _fact(kind: Kind, value: str | date) -> Fact:
    return Fact(kind, "", value, 0, 0, 0)


def _day(value: str) -> date:
    return date.fromisoformat(value) if len(value) == _DAY else datetime.fromisoformat(value)
