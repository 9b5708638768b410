"""What the removed lines say of the article: who wrote it, when, with whose pictures, under which tags.

`Result.metadata` is the way in. Nothing here is imported before it is asked for.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dechrome.metadata.fact import STATED, Fact, Kind

__all__ = ["Fact", "Metadata"]


@dataclass(frozen=True)
class Metadata:
    r"""The facts about an article that stood around it: what its page states, then what was removed, in order.

    The properties give their values, each once. Nothing is made up: what no removed line says is not there, and a
    date that cannot be read for certain has a place among the `facts` and no value.

    >>> from dechrome import explain
    >>> found = explain("By Ana Lima | March 3, 2024\nThe vote is on Tuesday.\nTags: council, budget").metadata
    >>> found.authors, found.published, found.tags
    (('Ana Lima',), datetime.date(2024, 3, 3), ('council', 'budget'))
    >>> [(fact.kind, fact.text, fact.start) for fact in found.facts[:2]]
    [('author', 'Ana Lima', 3), ('published', 'March 3, 2024', 14)]
    """

    facts: tuple[Fact, ...] = ()

    def of(self, *kinds: Kind) -> tuple[Fact, ...]:
        """The facts of these kinds."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote the article."""
        return self._values("author")

    @property
    def contributors(self) -> tuple[str, ...]:
        """Who else is named: editors, reviewers, translators, helpers."""
        return self._values("contributor")

    @property
    def published(self) -> date | None:
        """The day, or with a time of day the moment, of publication."""
        return self._first("published")

    @property
    def modified(self) -> date | None:
        """The day or moment of the last change that is named."""
        return self._first("modified")

    @property
    def title(self) -> str | None:
        """The headline, as the page states it."""
        return self._stated("title")

    @property
    def description(self) -> str | None:
        """What the article is about, as the page states it."""
        return self._stated("description")

    @property
    def site(self) -> str | None:
        """The name of the site, as the page states it."""
        return self._stated("site")

    @property
    def language(self) -> str | None:
        """The language, as the page states it: a code of two or three letters."""
        return self._stated("language")

    @property
    def url(self) -> str | None:
        """The article's own address, as the page states it."""
        return self._stated("url")

    @property
    def dates(self) -> tuple[Fact, ...]:
        """Every date around the article: published, modified, and those of which nothing is said ("date")."""
        return self.of("published", "modified", "date")

    @property
    def credits(self) -> tuple[str, ...]:
        """Who took or owns the pictures, as the credits have it ("Ana Lima/AFP")."""
        return self._values("credit")

    @property
    def captions(self) -> tuple[str, ...]:
        """What stood below the pictures, without the credits."""
        return self._values("caption")

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags, topics, keywords and categories."""
        return self._values("tag")

    @property
    def sources(self) -> tuple[str, ...]:
        """Agencies and outlets the text comes from, and sentences that say where it first appeared."""
        return self._values("source")

    def as_dict(self) -> dict[str, Any]:
        """All of it in plain values for JSON; dates in ISO 8601."""
        return {
            "authors": list(self.authors),
            "contributors": list(self.contributors),
            "published": _iso(self.published),
            "modified": _iso(self.modified),
            "credits": list(self.credits),
            "captions": list(self.captions),
            "tags": list(self.tags),
            "sources": list(self.sources),
            **{kind: self._stated(kind) for kind in STATED if self._stated(kind)},
            "facts": [{name: _iso(value) for name, value in asdict(fact).items()} for fact in self.facts],
        }

    def _values(self, kind: Kind) -> tuple[str, ...]:
        values: dict[str, str] = {}
        for fact in self.of(kind):
            value = str(fact.value)
            if value.casefold() not in values or values[value.casefold()].isupper():
                values[value.casefold()] = value
        return tuple(values.values())

    def _stated(self, kind: Kind) -> str | None:
        return next((str(fact.value) for fact in self.of(kind)), None)

    def _first(self, kind: Kind) -> date | None:
        return next((fact.value for fact in self.of(kind) if isinstance(fact.value, date)), None)


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
