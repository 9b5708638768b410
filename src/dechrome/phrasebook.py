"""Reading a `phrases.toml`.

A table a language (`any` for none), each with lists by kind. An entry is a phrase, or a table with
`text` (or `texts`, a list) and, where it differs from the kind's own, `confidence`.

    line      the whole line is the phrase ("comments are closed")
    label     the line starts with the phrase and a delimiter, and no sentence follows ("also read: Title")
    prefix    the line starts with the phrase
    suffix    the line ends with the phrase
    anywhere  the phrase stands in the line; several on one line add up
    glued     the phrase ends a line that holds a sentence too: only the phrase goes
    regex     a pattern of the `regex` package on the unfolded line, with `triggers`;
              a group named `cut` says that only that part goes
    keep      a line with this phrase must stay, whatever else the rule knows

A table `html` has words of markup: see `dechrome.markup`.

A phrase of one word ("Tags", which is "by day" in German; "By {name}", where By is a town in Danish) is weaker in a
text of another language: see `Phrase.local`, which an entry may set itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dechrome.errors import ConfigError, unknown
from dechrome.fold import OUTER, fold, unasked
from dechrome.search import UNLIMITED, WORD_EDGE
from dechrome.templates import BLANK, Template

CONFIDENCE: Mapping[str, float] = {
    "line": 0.95, "label": 0.9, "prefix": 0.85, "suffix": 0.85,
    "anywhere": 0.6, "glued": 0.9, "regex": 0.85, "keep": 0.95,
}  # fmt: skip
# In scripts without spaces, so many characters are one word.
_UNSPACED = frozenset({"zh", "ja", "th"})
_ONE_WORD = 2
_NONE: frozenset[str] = frozenset()
# Braces around a phrase are blanks of its own.
_OUTER = OUTER.replace("{", "").replace("}", "")


class Phrase(NamedTuple):
    """One entry of a `phrases.toml`; `text` is folded and trimmed, except for a `regex`."""

    kind: str
    text: str
    lang: str
    confidence: float
    triggers: frozenset[str]
    longest: int = UNLIMITED
    """The longest key, in characters, that is held against it."""
    local: bool = False
    """Whether it is sure in a text of its own language only: one word, which may mean something else in others."""

    @property
    def is_whole(self) -> bool:
        """Whether it is a line without blanks: looked up by a line's key and not searched for, it has no triggers."""
        return self.kind == "line" and "{" not in self.text

    @property
    def literals(self) -> Iterable[str]:
        """Of which one stands in every line that it matches, the line's ends being newlines; none: in any."""
        return (f"\n{self.text}\n",) if self.is_whole else self.triggers


def read_phrases(tables: Mapping[str, Any], where: str) -> tuple[Phrase, ...]:
    """The phrases of a parsed `phrases.toml`, in its own order.

    `where` names the source in errors. Raises ConfigError for a kind, key or value that has no meaning.
    """
    phrases: list[Phrase] = []
    for lang, kinds in tables.items():
        if lang == "html":
            continue
        if not isinstance(kinds, Mapping):
            raise ConfigError(f"{where}: {lang!r} must be a table of lists by kind, as in [en] line = [...]")
        for kind, entries in kinds.items():
            if kind not in CONFIDENCE:
                raise unknown("kind of phrase", kind, CONFIDENCE, where)
            if not isinstance(entries, list):
                raise ConfigError(f"{where}: [{lang}] {kind} must be a list of phrases")
            phrases += _of_kind(kind, lang, entries, f"{where}: [{lang}] {kind}")
    return tuple(phrases)


def _of_kind(kind: str, lang: str, entries: Sequence[Any], place: str) -> Iterator[Phrase]:
    plain = _Settings(CONFIDENCE[kind])
    given: list[tuple[Any, _Settings]] = []
    for entry in entries:
        if isinstance(entry, Mapping):
            texts = entry["texts"] if isinstance(entry.get("texts"), list) else [entry.get("text")]
            settings = _settings(entry, kind, place)
            given += [(text, settings) for text in texts]
        else:
            given.append((entry, plain))
    for text, _ in given:
        if not isinstance(text, str) or not text.strip():
            raise ConfigError(f"{place}: a phrase must be text that is not empty, not {text!r}")
    if kind == "regex":
        for text, (confidence, longest, local, triggers) in given:
            yield Phrase(kind, text, lang, confidence, triggers, longest, bool(local))
        return
    # There are tens of thousands: folded in one piece, and whole lines, which most are, made without a template.
    folded = fold("\n".join(text.replace("\n", " ") for text, _ in given)).split("\n")
    for (_, (confidence, limit, stated, _)), outer in zip(given, folded, strict=True):
        text = outer.strip(_OUTER)
        if not text:
            raise ConfigError(f"{place}: a phrase of punctuation alone cannot be found")
        local = _is_local(kind, lang, text) if stated is None else stated
        if kind == "line" and "{" not in text:
            text, triggers = unasked(text), _NONE
            most = len(text)
        else:
            triggers, most = _found_by(kind, text, place)
        yield Phrase(kind, text, lang, confidence, triggers, min(limit, most), local)


class _Settings(NamedTuple):
    """What an entry says of all its texts."""

    confidence: float
    longest: int = UNLIMITED
    local: bool | None = None
    triggers: frozenset[str] = _NONE


_KEYS = ("text", "texts", *_Settings._fields)


def _settings(table: Mapping[str, Any], kind: str, place: str) -> _Settings:
    for key in table:
        if key not in _KEYS:
            raise unknown("key", key, _KEYS, place)
    text = table.get("text", table.get("texts"))
    confidence = table.get("confidence", CONFIDENCE[kind])
    if not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        raise ConfigError(f"{place}: the confidence of {text!r} must be a number from 0 to 1")
    longest = table.get("longest", UNLIMITED)
    if not isinstance(longest, int) or longest < 1:
        raise ConfigError(f"{place}: the longest line of {text!r} must be a number of characters")
    local = table.get("local")
    if local is not None and not isinstance(local, bool):
        raise ConfigError(f"{place}: local must be true or false for {text!r}, not {local!r}")
    triggers = table.get("triggers", [])
    if not isinstance(triggers, list) or not all(isinstance(t, str) and t for t in triggers):
        raise ConfigError(f"{place}: the triggers of {text!r} must be a list of words")
    return _Settings(confidence, longest, local, frozenset(map(fold, triggers)))


def _found_by(kind: str, text: str, place: str) -> tuple[frozenset[str], int]:
    """The triggers of a phrase that is no whole line, and the longest key that can match, by its literals."""
    template = Template.of(text, place)
    if kind not in AT_START and not template.literals[0]:
        raise ConfigError(f"{place}: {text!r} cannot begin with a blank; give its first word")
    return _triggers(kind, template), template.longest if kind == "line" else UNLIMITED


def _is_local(kind: str, lang: str, text: str) -> bool:
    """Whether a phrase is one word beside its blanks. English labels ("Tags: ...") stand in pages of every language."""
    has_blanks = "{" in text
    if " " in text and not has_blanks and lang not in _UNSPACED:
        return False
    if kind == "keep" or lang == "any" or (lang == "en" and kind in ("line", "label") and not has_blanks):
        return False
    words = BLANK.sub(" ", text).split() if has_blanks else text.split()
    return len(words) <= 1 and (lang not in _UNSPACED or sum(map(len, words)) <= _ONE_WORD)


AT_START = frozenset({"line", "label", "prefix"})
AT_END = frozenset({"line", "suffix", "glued"})


def _triggers(kind: str, template: Template) -> frozenset[str]:
    """A literal that every matching line's key holds; the line's ends count as newlines."""
    first = template.literals[0]
    whole_word = not template.blanks or first.endswith(" ")
    if kind in AT_START and first.strip():
        return frozenset(["\n" + first.rstrip() + WORD_EDGE * whole_word])
    if not template.blanks:
        return frozenset([WORD_EDGE + first + ("\n" if kind in AT_END else WORD_EDGE)])
    return frozenset([template.anchor]) if template.anchor.strip() else frozenset()
