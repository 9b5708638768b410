"""What was taken out of a text, and what was proposed and not done."""

from __future__ import annotations

from dataclasses import dataclass, field

from dechrome.block import Block


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one rule said: how surely (0 to 1), and why."""

    rule: str
    why: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Removal:
    """What was taken out: `source[start:end] == text`, by which rule, and why.

    `line` is the source's line number, counted from 1. `rule` and `why` are those of the surest evidence;
    `confidence` is what all the evidence makes together; `evidence` has it rule by rule, surest first.
    """

    line: int
    start: int
    end: int
    text: str
    rule: str
    why: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    block: Block | None = field(default=None, repr=False, compare=False)
    """What markup said of its line."""

    @property
    def path(self) -> str:
        """The path of the element that held it; empty where there was no markup."""
        return self.block.path if self.block else ""

    @property
    def also(self) -> tuple[str, ...]:
        """The other rules that spoke against it, in order of name."""
        return tuple(sorted({one.rule for one in self.evidence} - {self.rule}))


@dataclass(frozen=True, slots=True)
class Declined:
    """What was proposed and not done: the place in the source, who proposed it, and what spoke against it."""

    line: int
    start: int
    end: int
    text: str
    rule: str
    why: str
    confidence: float
    reason: str
