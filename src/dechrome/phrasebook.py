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
from itertools import groupby
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
    for is_text, some in groupby(entries, key=lambda entry: isinstance(entry, str)):
        if is_text:
            yield from _of_texts(kind, lang, list(some), plain, place)
            continue
        for entry in some:
            table = entry if isinstance(entry, Mapping) else {"text": entry}
            texts = table["texts"] if isinstance(table.get("texts"), list) else [table.get("text")]
            yield from _of_texts(kind, lang, texts, _settings(table, kind, place), place)


def _of_texts(kind: str, lang: str, texts: Sequence[Any], settings: _Settings, place: str) -> Iterator[Phrase]:
    """A phrase for each text; there are tens of thousands, so they are folded together."""
    for text in texts:
        if not isinstance(text, str) or not text.strip():
            raise ConfigError(f"{place}: a phrase must be text that is not empty, not {text!r}")
    confidence, limit, stated, triggers = settings
    if kind == "regex":
        for text in texts:
            yield Phrase(kind, text, lang, confidence, triggers, limit, bool(stated))
        return
    for outer in fold("\n".join(text.replace("\n", " ") for text in texts)).split("\n"):
        text = outer.strip(_OUTER)
        if not text:
            raise ConfigError(f"{place}: a phrase of punctuation alone cannot be found")
        local = _is_local(kind, lang, text) if stated is None else stated
        if "{" in text:
            triggers, most = _found_by(kind, text, place)
        elif kind == "line":
            text = unasked(text)
            triggers, most = _NONE, len(text)
        else:
            triggers, most = frozenset((_trigger(kind, text),)), UNLIMITED
        yield Phrase(kind, text, lang, confidence, triggers, most if most < limit else limit, local)


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
    """The triggers of a phrase with blanks, and the longest key that can match, by its literals."""
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


def _trigger(kind: str, text: str) -> str:
    """What stands in the key of every line with this phrase, which has no blanks; the line's ends count as newlines."""
    if kind in AT_START:
        return "\n" + text + WORD_EDGE
    return WORD_EDGE + text + ("\n" if kind in AT_END else WORD_EDGE)


def _triggers(kind: str, template: Template) -> frozenset[str]:
    """A literal that every matching line's key holds; the line's ends count as newlines."""
    first = template.literals[0]
    if kind in AT_START and first.strip():
        return frozenset(["\n" + first.rstrip() + WORD_EDGE * first.endswith(" ")])
    return frozenset([template.anchor]) if template.anchor.strip() else frozenset()
