"""Normalizing a line of text: named repairs that change how a text is written, never what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from dechrome.errors import ConfigError, unknown
from dechrome.normalize.sign import Sign, joined
from dechrome.normalize.table import STEPS, Step

__all__ = ["STEPS", "Normalizer", "Step"]

# Two rounds settle a real line, one that repairs and one that finds nothing; escapes may nest deeper.
_ROUNDS = 20
# Whatever is switched off, a line stays one line, also where a line break was escaped or misread.
_BREAK = Sign("\n\r\u2028\u2029")
_BREAKS = re.compile(_BREAK.pattern)


class Normalizer:
    """Normalizes lines, each by itself; what comes out comes out again unchanged.

    `switches` turns normalizers on or off by name; the others keep their defaults (see `defaults`).
    Raises ConfigError for a name that does not exist or a value that is no bool.

    >>> Normalizer().line("Prices rose 3&nbsp;% , he said. . “Again.” .")
    'Prices rose 3 %, he said. “Again.”'
    >>> Normalizer({"quotes": True}).line("“Again.”")
    '"Again."'
    """

    def __init__(self, switches: Mapping[str, bool] | None = None) -> None:
        defaults = self.defaults()
        for name, value in (switches or {}).items():
            if name not in defaults:
                raise unknown("normalizer", name, defaults)
            if not isinstance(value, bool):
                raise ConfigError(f"the normalizer {name!r} must be true or false, not {value!r}")
        self.switches: Mapping[str, bool] = {**defaults, **(switches or {})}

    @staticmethod
    def defaults() -> dict[str, bool]:
        """Every normalizer's name, in the order in which they run, and whether it is on unless switched off."""
        return {step.name: step.on for step in STEPS}

    @cached_property
    def _steps(self) -> tuple[tuple[Callable[[str], object], Callable[[str], str]], ...]:
        """What to run, each with the test that says when."""
        return tuple((_test(step), step.run) for step in STEPS if self.switches[step.name])

    @cached_property
    def _tests(self) -> tuple[Sequence[Callable[[str], object]], Sequence[Callable[[str], object]]]:
        """The tests of all steps, made few: those for signs, and those that ASCII passes, as it is in no wrong code."""
        needs = [need for step in STEPS if self.switches[step.name] for need in step.needs]
        signs = [_BREAK, *(need for need in needs if isinstance(need, Sign))]
        others = [need for need in needs if not isinstance(need, Sign)]
        return [re.compile(pattern).search for pattern in joined(signs)], others

    @cached_property
    def _spaces_alone(self) -> bool:
        """Whether most lines need their spaces put right and nothing else.

        Of the steps in front of that, none has anything to do in a line of ASCII without a reference.
        """
        first = [step.name for step in STEPS[:4]]
        return self.switches["spaces"] and first == ["surrogates", "entities", "mojibake", "spaces"]

    def _settled(self, text: str) -> bool:
        """True only where no step would change anything: most lines, found out in no time."""
        signs, others = self._tests
        for test in signs:  # no generator, as one for each line costs more than the tests
            if test(text):
                return False
        return text.isascii() or not any(test(text) for test in others)

    def line(self, text: str) -> str:
        """`text` normalized. A line that does not settle, as no real one, is left as it was."""
        given = text
        if self._spaces_alone and text.isascii() and "&" not in text:
            text = " ".join(text.split())
        if not text or self._settled(text):
            return text
        given, text = _BREAKS.sub(" ", given), _BREAKS.sub(" ", text)
        for _ in range(_ROUNDS):
            before = text
            for needed, run in self._steps:
                if needed(text):
                    text = _BREAKS.sub(" ", run(text))
                    if self._settled(text):
                        return text
            if text == before:
                return text
        return given

    def lines(self, texts: Sequence[str]) -> list[str]:
        """Each of `texts` normalized."""
        return [self.line(text) for text in texts]


def _test(step: Step) -> Callable[[str], object]:
    """Whether a step is needed, found out by itself."""
    patterns = [need.pattern for need in step.needs if isinstance(need, Sign)]
    if patterns:
        return re.compile("|".join(patterns)).search
    return next(need for need in step.needs if not isinstance(need, Sign))
