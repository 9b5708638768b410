"""Small makers of values that several tests need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dechrome import Document, Hit, Line, Mark, Marks

PROSE = (
    "The council voted on Tuesday evening to close the old swimming hall by the river, after an engineer told its "
    "members that the roof would not carry another winter of wet snow."
)
HALL = f"<p>{PROSE}</p>"


def document(*texts: str) -> Document:
    """A document of these lines, as if read from their join."""
    lines, at = [], 0
    for number, text in enumerate(texts, start=1):
        lines.append(Line(text, number, at, at + len(text)))
        at += len(text) + 1
    return Document("\n".join(texts), tuple(lines))


def mark(
    line: int,
    start: int,
    end: int,
    confidence: float,
    rule: str = "a_rule",
    *,
    keep: bool = False,
    why: str = "because",
) -> Mark:
    return Mark(line, rule, Hit(start, end, confidence, why, keep))


@dataclass(frozen=True)
class LineRuleOf:
    """A line rule made of a function."""

    name: str
    triggers: frozenset[str]
    function: Callable[[str], Iterable[Hit]]

    def match(self, line: str) -> Iterable[Hit]:
        return self.function(line)


@dataclass(frozen=True)
class DocumentRuleOf:
    """A document rule made of a function."""

    name: str
    function: Callable[[Document, Marks], Iterable[Mark]]

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        yield from self.function(document, seen)
