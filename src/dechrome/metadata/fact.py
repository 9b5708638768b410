"""What a fact is, and what a reader of removals finds of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal[
    "author",
    "contributor",
    "published",
    "modified",
    "date",
    "caption",
    "credit",
    "tag",
    "source",
    "title",
    "site",
    "language",
    "url",
    "description",
]


STATED: tuple[Kind, ...] = ("title", "description", "site", "language", "url")
"""What a page states for machines and no line around the article says."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said of the article, and where: `source[start:end] == text`.

    What the page states for machines has no text, and stands in line 0.

    `value` is the text without odd spaces and characters; of a date, what it means: a `datetime.datetime`
    with a time of day, a `datetime.date` without, None where that cannot be told. `line` counts from 1.
    """

    kind: Kind
    text: str
    value: str | date | None
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A fact that stands at `[start, end)` of a removal's text; `when` is the value of a date."""

    kind: Kind
    start: int
    end: int
    when: date | None = None
    said: bool = True
    """Whether words say so; False for a name or a date alone."""
