"""The options of a cleaner, checked: a wrong name or value is an error that says what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self

from dechrome.decide import CAP, PROSE_CONFIDENCE
from dechrome.errors import ConfigError, unknown
from dechrome.formats import AUTO, FORMATS, OUTPUTS, TEXT
from dechrome.normalize import Normalizer

THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Mode:
    """A point between losing nothing and leaving nothing: the least confidence to remove at, and for a paragraph."""

    threshold: float
    paragraph: float


MODES: Mapping[str, Mode] = {
    "gentle": Mode(0.8, 0.95),
    "balanced": Mode(THRESHOLD, PROSE_CONFIDENCE),
    "thorough": Mode(0.3, 0.8),
}


@dataclass(frozen=True)
class Options:
    """What a cleaner does. Every default is what most users want."""

    only: tuple[str, ...] = ()
    """Use these rules and no others; all where empty."""
    off: tuple[str, ...] = ()
    """Do without these rules."""
    on: tuple[str, ...] = ()
    """Use these rules too, which are used only where they are asked for."""
    mode: str = "balanced"
    """`gentle` removes only what is nearly certain, `thorough` what is likely; see docs/quality.md for figures."""
    lang: str | None = None
    """The texts' language, as an ISO 639-1 code; found out for each text where None."""
    threshold: float | None = None
    """The least confidence, 0 to 1, at which something is removed; by default, the mode's."""
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Settings of single rules by name; each takes `threshold` and what its page names."""
    phrases: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Phrases of your own by rule (a new name makes a new rule), as in a `phrases.toml`, or lists by kind."""
    protect: tuple[str, ...] = ()
    """Phrases whose lines must never go."""
    normalize: Mapping[str, bool] = field(default_factory=dict)
    """Normalizers switched on or off by name."""
    cap: float = CAP
    """The largest share of a text, 0 to 1, that may go on proposals of less than 0.9."""
    plugins: bool = True
    """Whether rules of other installed packages take part."""
    format: str = AUTO
    """What the texts are: `text`, `markdown`, `html`; with `auto` it is found out for each."""
    output: str = TEXT
    """What `clean` gives: `text`, `markdown`, or `html`, a fragment without anything that could run."""
    fast: bool = False
    """Whether pages are judged without trafilatura; else it is asked where there is doubt, and takes its time."""

    @classmethod
    def of(cls, **given: Any) -> Self:
        """Options from keyword arguments. Raises ConfigError for an unknown name or a wrong value."""
        known = {f.name for f in fields(cls)}
        for name in given:
            if name not in known:
                raise unknown("option", name, known)
        for name in ("only", "off", "on", "protect"):
            if name in given:
                given[name] = _words(name, given[name])
        for name in ("threshold", "cap"):
            if given.get(name) is not None:
                given[name] = share(name, given[name])
        if given.get("lang") is not None:
            given["lang"] = checked_language(given["lang"])
        for name in ("settings", "phrases", "normalize"):
            if name in given and not isinstance(given[name], Mapping):
                raise ConfigError(f"{name} must be a table by name, not {given[name]!r}")
        _check_choices(given)
        return cls(**given)

    @property
    def least(self) -> float:
        """The least confidence at which something is removed, where a rule has no threshold of its own."""
        return MODES[self.mode].threshold if self.threshold is None else self.threshold

    @property
    def paragraph(self) -> float:
        """The least confidence at which a whole paragraph is removed."""
        return MODES[self.mode].paragraph

    def normalizer(self) -> Normalizer:
        """The normalizer that these options ask for. Raises ConfigError for a wrong name or value."""
        return Normalizer(self.normalize)


def _check_choices(given: Mapping[str, Any]) -> None:
    for name, known in (("mode", MODES), ("format", FORMATS), ("output", OUTPUTS)):
        if name in given and given[name] not in known:
            raise unknown(name, str(given[name]), known)
    for name in ("plugins", "fast"):
        if not isinstance(given.get(name, True), bool):
            raise ConfigError(f"{name} must be true or false, not {given[name]!r}")


def _words(name: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ConfigError(f"{name} must be a list of words, not {value!r}")
    words = tuple(value)
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise ConfigError(f"{name} must hold words that are not empty, not {word!r}")
    return words


def checked_language(value: Any) -> str:
    """A language's code in lower case without its region ("pt-BR" gives "pt"). Raises ConfigError for anything else."""
    code = value.lower().replace("_", "-").partition("-")[0] if isinstance(value, str) else ""
    if not (2 <= len(code) <= 3 and code.isascii() and code.isalpha()):
        raise ConfigError(f"lang must be a language's code like 'en' or 'pt', not {value!r}")
    return {"nb": "no", "nn": "no"}.get(code, code)


def share(name: str, value: Any) -> float:
    """`value` as a number from 0 to 1. Raises ConfigError for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ConfigError(f"{name} must be a number from 0 to 1, not {value!r}")
    return float(value)
