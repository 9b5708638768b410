"""The plan: which rules run, how they are set, and the gate over them; worked out once for a cleaner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Self

from dechrome.discovery import checked, installed_rules
from dechrome.errors import ConfigError, RuleError, unknown
from dechrome.gate import Gate
from dechrome.markup import Signs, read_signs
from dechrome.options import Options, share
from dechrome.phrasebook import CONFIDENCE, read_phrases
from dechrome.phrases import PhraseRule
from dechrome.types import DocumentRule, LineRule, Rule

PROTECT = "protect"


@dataclass(frozen=True)
class Plan:
    """Rules in order of name, by kind (a rule may be of both), with the thresholds that differ."""

    rules: tuple[Rule, ...]
    available: tuple[Rule, ...]
    """These and those that are off or only used where they are asked for."""
    line_rules: tuple[LineRule, ...]
    document_rules: tuple[DocumentRule, ...]
    whole_rules: tuple[DocumentRule, ...]
    """Document rules that judge the text as a whole by its lines alone: asked before the others, and after them."""
    last_rules: tuple[DocumentRule, ...]
    """Document rules that are asked once, when nothing more goes: what they find is there only once."""
    gate: Gate
    signs: Signs
    """What markup says for each rule."""
    guards: Gate
    """What the user protects, for the rules that are asked before the others."""
    default_threshold: float
    thresholds: Mapping[str, float]

    @classmethod
    def of(cls, options: Options, extra: Iterable[Rule] = (), *, gated: bool = True) -> Self:
        """The plan for `options`, with rule objects of the user's own. Raises ConfigError and RuleError."""
        installed = installed_rules(plugins=options.plugins)
        given = checked(
            [*((r, "an installed package") for r in installed), *((r, "the rules argument") for r in extra)]
        )
        rules = {rule.name: rule for rule in given}
        for name, tables in options.phrases.items():
            rules[name] = _with_phrases(rules.get(name), name, tables)
        thresholds: dict[str, float] = {}
        for name, settings in options.settings.items():
            if name not in rules:
                raise unknown("rule", name, rules, "settings")
            rules[name], threshold = _with_settings(rules[name], settings)
            if threshold is not None:
                thresholds[name] = threshold
        chosen = _chosen(rules, options)
        if options.protect:
            keep = [{"text": phrase, "confidence": 1.0} for phrase in options.protect]
            chosen.append(PhraseRule.of(PROTECT, {"any": {"keep": keep}}, "protect"))
        if not gated:
            chosen = [r.untriggered() if isinstance(r, PhraseRule) else r for r in chosen]
        line_rules = tuple(r for r in chosen if isinstance(r, PhraseRule | LineRule) and not _silent(r))
        document_rules = [r for r in chosen if isinstance(r, DocumentRule)]
        return cls(
            rules=tuple(r for r in chosen if r.name != PROTECT),
            available=tuple(rules[name] for name in sorted(rules)),
            line_rules=line_rules,
            document_rules=tuple(r for r in document_rules if not _is_last(r) and not _is_whole(r)),
            whole_rules=tuple(r for r in document_rules if _is_whole(r)),
            last_rules=tuple(r for r in document_rules if _is_last(r)),
            gate=Gate(line_rules, enabled=gated),
            signs=Signs((r.name, r.signs) for r in chosen if isinstance(r, PhraseRule)),
            guards=Gate([rule for rule in line_rules if rule.name == PROTECT], enabled=gated),
            default_threshold=options.least,
            thresholds=thresholds,
        )

    def threshold(self, rule: str) -> float:
        """The least confidence at which a rule's proposals count."""
        return self.thresholds.get(rule, self.default_threshold)


def _is_last(rule: DocumentRule) -> bool:
    return bool(getattr(rule, "last", False))


def _is_whole(rule: DocumentRule) -> bool:
    return bool(getattr(rule, "whole", False))


def _silent(rule: LineRule) -> bool:
    """Whether a rule has no phrases and nothing of its own to say of a single line."""
    return isinstance(rule, PhraseRule) and not rule.phrases and type(rule).match is PhraseRule.match


def _chosen(rules: Mapping[str, Rule], options: Options) -> list[Rule]:
    for where, names in (("only", options.only), ("off", options.off), ("on", options.on)):
        for name in names:
            if name not in rules:
                raise unknown("rule", name, rules, where)
    asked_for = {*options.only, *options.on}
    usual = set() if options.only else {name for name, rule in rules.items() if not getattr(rule, "opt_in", False)}
    return [rules[name] for name in sorted(rules) if name in usual | asked_for and name not in options.off]


def _with_phrases(rule: Rule | None, name: str, tables: Mapping[str, Any]) -> Rule:
    if not isinstance(tables, Mapping):
        raise ConfigError(f"phrases.{name} must be a table, as in [phrases.{name}] line = [...]")
    if any(key in CONFIDENCE for key in tables):
        tables = {"any": tables}
    if rule is None:
        if not name.isidentifier() or name == PROTECT:
            raise ConfigError(f"phrases.{name}: a rule's name must be a word like 'site_footer'")
        return PhraseRule.of(name, tables, f"phrases.{name}")
    if not isinstance(rule, PhraseRule):
        raise ConfigError(f"phrases.{name}: the rule {name!r} takes no phrases; choose a new name")
    where = f"phrases.{name}"
    signs = rule.signs + read_signs(tables.get("html"), where)
    return replace(rule, phrases=rule.phrases + read_phrases(tables, where), signs=signs)


def _with_settings(rule: Rule, settings: Mapping[str, Any]) -> tuple[Rule, float | None]:
    if not isinstance(settings, Mapping):
        raise ConfigError(f"settings.{rule.name} must be a table, as in {{'threshold': 0.8}}")
    known = setting_defaults(rule)
    changes: dict[str, Any] = {}
    threshold = None
    for key, value in settings.items():
        if key == "threshold":
            threshold = share(f"settings.{rule.name}.threshold", value)
        elif key not in known:
            raise unknown("setting", key, ["threshold", *known], f"settings.{rule.name}")
        elif type(value) is not type(known[key]) and not (isinstance(known[key], float) and isinstance(value, int)):
            kind = type(known[key]).__name__
            raise ConfigError(f"settings.{rule.name}.{key} must be of type {kind}, not {value!r}")
        else:
            changes[key] = value
    if not changes:
        return rule, threshold
    try:
        return replace(rule, **changes), threshold  # type: ignore[type-var]
    except TypeError as error:
        raise RuleError(f"rule {rule.name!r} cannot be set: {error}") from error


def setting_defaults(rule: Rule) -> Mapping[str, Any]:
    """The settings that a rule takes beside `threshold`, with their values: its dataclass fields of simple types."""
    if not is_dataclass(rule):
        return {}
    skipped: Sequence[str] = ("name", "phrases", "signs", "triggers")
    return {f.name: getattr(rule, f.name) for f in fields(rule) if f.name not in skipped}
