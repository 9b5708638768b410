"""Rules made of phrases: how a line is held against what a `phrases.toml` says (see `dechrome.phrasebook`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, ClassVar, Self

import tomli

from dechrome import shape
from dechrome.confidence import together
from dechrome.errors import ConfigError
from dechrome.fold import fold, trim_span, unasked
from dechrome.language import related_to
from dechrome.markup import Sign, read_signs
from dechrome.phrasebook import AT_END, AT_START, Phrase, read_phrases
from dechrome.reported import goes_on
from dechrome.search import UNLIMITED, Search
from dechrome.templates import Template
from dechrome.types import Hit

# A label before a whole sentence is mostly the sentence's own first word; it counts, but not by itself.
SENTENCE_AFTER_LABEL = 0.4
# What a phrase of one word is still worth in a text of another language.
_ABROAD = 0.5
# What the beginning of a sentence that goes on about something else is worth.
_GOES_ON = 0.4
_LONGEST_LABEL_REST = 200
_DELIMITERS = ":|\u00bb\u203a>\u2192\u25b6\u25ba\u27a1\u21d2"
_OPENERS = " ([{-\u2013\u2014|>\u203a\u00bb*\u3010"


@dataclass(frozen=True)
class PhraseRule:
    """A rule that knows its chrome by phrases; a subclass may add a `mark` that looks at the document.

    >>> rule = PhraseRule.of("site_footer", {"en": {"line": ["all about our site"], "prefix": ["visit our shop"]}})
    >>> [hit.why for hit in rule.match("Visit our shop for more.")]
    ['prefix "visit our shop"']
    """

    name: str
    phrases: tuple[Phrase, ...] = ()
    signs: tuple[Sign, ...] = ()
    opt_in: ClassVar[bool] = False
    """Whether the rule is used only where it is asked for by name."""

    @classmethod
    def of(cls, name: str, tables: Mapping[str, Any], where: str = "") -> Self:
        """A rule from tables by language, as in `phrases.toml`."""
        where = where or f"phrases of {name!r}"
        return cls(name, read_phrases(tables, where), read_signs(tables.get("html"), where))

    @classmethod
    def beside(cls, module_file: str, name: str = "") -> Self:
        """The rule whose `phrases.toml` lies beside `module_file`, named for the folder unless `name` is given."""
        folder = Path(module_file).parent
        path = folder / "phrases.toml"
        try:
            tables = tomli.loads(path.read_text(encoding="utf-8"))
        except tomli.TOMLDecodeError as error:
            raise ConfigError(f"{path}: {error}") from None
        return cls.of(name or folder.name, tables, str(path))

    @property
    def own_triggers(self) -> frozenset[str]:
        """What stands in every line that a subclass matches by other means than phrases."""
        return frozenset()

    @cached_property
    def triggers(self) -> frozenset[str]:
        """What the gate looks for; empty, so that every line is asked, where a phrase has no literal."""
        if self.always:
            return frozenset()
        return self.own_triggers.union(*(p.literals for p in self.phrases))

    @cached_property
    def limits(self) -> Mapping[str, int]:
        """The longest key in which a trigger counts, where there is one."""
        limits = dict.fromkeys(self.own_triggers, UNLIMITED)
        for phrase in self.phrases:
            for trigger in phrase.literals:
                limits[trigger] = max(limits.get(trigger, 0), phrase.longest)
        return limits

    @cached_property
    def _matchers(self) -> dict[int, _Matcher]:
        return {}

    @cached_property
    def _search(self) -> Search:
        return Search(*clues(self.phrases))

    @cached_property
    def always(self) -> frozenset[int]:
        """The positions in `phrases` of those that every line is held against."""
        return frozenset(i for i, phrase in enumerate(self.phrases) if not (phrase.triggers or phrase.is_whole))

    @cached_property
    def _foreign(self) -> dict[str, frozenset[int]]:
        return {}

    def foreign(self, lang: str | None) -> frozenset[int]:
        """The positions in `phrases` of what is weaker in a text of this language; nothing where it is unknown."""
        if lang is None:
            return frozenset()
        if lang not in self._foreign:
            home = {lang, "any", *related_to(lang)}
            self._foreign[lang] = frozenset(i for i, p in enumerate(self.phrases) if p.local and p.lang not in home)
        return self._foreign[lang]

    def worth(self, index: int, lang: str | None) -> float:
        """The confidence of the phrase at this position in a text of this language."""
        confidence = self.phrases[index].confidence
        return confidence * _ABROAD if index in self.foreign(lang) else confidence

    def untriggered(self) -> Self:
        """The same rule with every pattern held against every line, to find triggers that are not true."""
        patterns = (p._replace(triggers=frozenset()) if p.kind == "regex" else p for p in self.phrases)
        return replace(self, phrases=tuple(patterns))

    def match(self, line: str) -> Iterable[Hit]:
        """What the phrases say of one normalized line of a text in an unknown language."""
        return self.match_known(line, self.known(line), None)

    def known(self, line: str) -> list[int]:
        """The positions in `phrases` of those whose triggers stand in the line, in order."""
        return self.known_in([_key(line)[0]])[0]

    def known_in(self, keys: Sequence[str]) -> list[list[int]]:
        """The same for several lines, by their keys, in one pass."""
        return [sorted(self.always | owners) for owners in self._search.owners_in(keys)]

    def match_known(self, line: str, known: Sequence[int], lang: str | None) -> Iterable[Hit]:
        """What those phrases say whose triggers stand in the line: `known` has their positions in `phrases`, in order.

        This is what a subclass extends that has more to say of a line. `lang` is the text's language.
        """
        key, start = _key(line)
        plain, foreign = unasked(key), self.foreign(lang)
        hits: list[Hit] = []
        cues: dict[str, float] = {}
        exact: Hit | None = None
        at_home = False
        for index in known:
            phrase = self.phrases[index]
            worth = _ABROAD if index in foreign else 1.0
            if phrase.kind == "line" and phrase.text == plain:
                if exact is None or (phrase.lang == lang and not at_home):
                    exact, at_home = Hit(0, len(line), phrase.confidence * worth, f'line "{key}"'), phrase.lang == lang
                continue
            for found in self._matcher(index).find(line, key, start):
                hit = found if worth == 1 else replace(found, confidence=found.confidence * worth)
                if phrase.kind == "anywhere":
                    cues[phrase.text] = hit.confidence
                else:
                    hits.append(hit)
        if cues:
            hits.append(Hit(0, len(line), together(cues.values()), "holds " + ", ".join(f'"{c}"' for c in cues)))
        return [exact, *hits] if exact else hits

    def _matcher(self, index: int) -> _Matcher:
        if index not in self._matchers:
            self._matchers[index] = _Matcher(self.phrases[index], self.name)
        return self._matchers[index]


def clues(phrases: Sequence[Phrase], base: int = 0) -> tuple[list[tuple[int, str, int]], list[tuple[int, str]]]:
    """What to search for: numbers from `base` on with a trigger and the longest key for it, and with whole lines."""
    literals: list[tuple[int, str, int]] = []
    whole: list[tuple[int, str]] = []
    for number, phrase in enumerate(phrases, start=base):
        if phrase.is_whole:
            whole.append((number, phrase.text))
        else:
            literals += [(number, trigger, phrase.longest) for trigger in phrase.triggers]
    return literals, whole


@lru_cache(maxsize=2)  # one line is held against many rules in turn
def _key(line: str) -> tuple[str, int]:
    """The line's key, and the column at which it begins."""
    folded = fold(line)
    start, end = trim_span(folded)
    return folded[start:end], start


class _Matcher:
    """A phrase made ready to be looked for; patterns are compiled when first needed."""

    def __init__(self, phrase: Phrase, rule: str) -> None:
        self.phrase = phrase
        self.rule = rule

    @cached_property
    def _template(self) -> Template:
        return Template.of(self.phrase.text)

    @cached_property
    def _regex(self) -> Any:
        import regex

        try:
            return regex.compile(self.phrase.text)
        except regex.error as error:
            raise ConfigError(f"rule {self.rule!r}: the pattern {self.phrase.text!r} is wrong: {error}") from None

    def find(self, line: str, key: str, offset: int) -> Iterable[Hit]:
        """The hits of this phrase in `line`, of which `key` is the folded part that begins at `offset`."""
        kind, text, confidence = self.phrase.kind, self.phrase.text, self.phrase.confidence
        if len(key) > self.phrase.longest:
            return []
        if kind == "regex":
            spans = [m.span("cut") if "cut" in m.re.groupindex else (0, len(line)) for m in self._regex.finditer(line)]
            return [Hit(start, end, confidence, f"pattern {text!r}") for start, end in spans]
        inner = line[offset : offset + len(key)]
        found = self._template.find(key, inner, at_start=kind in AT_START, at_end=kind in AT_END)
        if not found:
            return []
        why = f'{kind} "{text}"'
        if kind == "label":
            return self._label(line, key[found[1] :], why)
        if kind == "glued":
            return self._glued(line, found[0] + offset, why)
        # "recommended by {any}" is a beginning as well.
        begins = found[1] if kind == "prefix" else text.find(" {any}") if kind == "line" and text.count("{") == 1 else 0
        if begins > 0 and goes_on(line, key[:begins], key[begins:]):
            return [Hit(0, len(line), confidence * _GOES_ON, why + " of a sentence that goes on")]
        return [Hit(0, len(line), confidence, why, keep=kind == "keep")]

    def _label(self, line: str, after: str, why: str) -> list[Hit]:
        rest = after.lstrip(" )]\u3011")
        if not (rest.startswith(tuple(_DELIMITERS)) or after.startswith((" - ", "- "))):
            return []
        if not rest.strip(_DELIMITERS + "- "):
            return []
        if shape.ends_in_stop(line) or shape.width(rest) > _LONGEST_LABEL_REST:
            return [Hit(0, len(line), min(self.phrase.confidence, SENTENCE_AFTER_LABEL), why + " before a sentence")]
        return [Hit(0, len(line), self.phrase.confidence, why)]

    def _glued(self, line: str, at: int, why: str) -> list[Hit]:
        start = len(line[:at].rstrip(_OPENERS))
        bracketed = any(c in "([{\u3010" for c in line[start:at])
        if start and (bracketed or start == at or shape.ends_sentence(line[:start])):
            return [Hit(start, len(line), self.phrase.confidence, why)]
        return []
