"""What the command says of rules: the list of them, and the page of one."""

from __future__ import annotations

import inspect
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from dechrome.cleaner import Cleaner
from dechrome.discovery import GROUP
from dechrome.errors import unknown
from dechrome.options import Options
from dechrome.phrases import PhraseRule
from dechrome.plan import Plan, setting_defaults
from dechrome.types import Rule


def list_rules(cleaner: Cleaner) -> Iterator[str]:
    """A line for each rule: its name, and what it is in a sentence; which are off in this setting."""
    rules, used = _all_rules(cleaner), {rule.name for rule in cleaner.rules}
    width = max(map(len, rules), default=0)
    for name, rule in rules.items():
        off = "" if name in used else " (only where asked for)" if getattr(rule, "opt_in", False) else " (off)"
        yield f"{name:{width}}  {_summary(rule)}{off}".rstrip()


def list_languages(cleaner: Cleaner) -> Iterator[str]:
    """A table of how many phrases each rule knows in each language; `any` are those of no language."""
    known = {name: phrase_counts(rule) for name, rule in _all_rules(cleaner).items()}
    langs = sorted({lang for counts in known.values() for lang in counts} - {"any"})
    width = max(map(len, known), default=0)
    yield " ".join([" " * width, *(f"{lang:>4}" for lang in [*langs, "any"])])
    for name, counts in known.items():
        if counts:
            yield " ".join([f"{name:{width}}", *(f"{counts.get(lang) or '-':>4}" for lang in [*langs, "any"])])


def phrase_counts(rule: Rule) -> Mapping[str, int]:
    """The number of phrases that a rule has in each language; empty for a rule that has none."""
    return Counter(phrase.lang for phrase in rule.phrases) if isinstance(rule, PhraseRule) else {}


def show_rule(cleaner: Cleaner, name: str) -> str:
    """The page of a rule and its settings. Raises click.BadParameter for a name that does not exist."""
    rules = _all_rules(cleaner)
    if name not in rules:
        raise click.BadParameter(str(unknown("rule", name, rules)), param_hint="--show-rule")
    rule = rules[name]
    page = _page(rule) or f"# `{name}`\n\n{_summary(rule)}\n"
    settings = "\n".join([f"[settings.{name}]", *_settings(rule, cleaner)])
    return f"{page.rstrip()}\n\n## Settings\n\nFor dechrome.toml, with the values in use:\n\n```toml\n{settings}\n```\n"


def rule_names() -> list[str]:
    """The names of all installed rules."""
    return [rule.name for rule in Plan.of(Options()).available]


def _all_rules(cleaner: Cleaner) -> dict[str, Rule]:
    """Every rule by name, as the cleaner's are set, with those that are off as they are installed."""
    options = cleaner.options
    everything = Options(plugins=options.plugins, settings=options.settings, phrases=options.phrases)
    return {rule.name: rule for rule in Plan.of(everything).available}


def _settings(rule: Rule, cleaner: Cleaner) -> Iterator[str]:
    own = cleaner.options.settings.get(rule.name, {})
    defaults = {"threshold": Options().least, **_installed_defaults(rule.name)}
    used = {"threshold": own.get("threshold", cleaner.options.least), **setting_defaults(rule)}
    for key, value in used.items():
        default = defaults.get(key, value)
        yield f"{key} = {_toml(value)}" + ("" if value == default else f"  # by default {_toml(default)}")


def _installed_defaults(name: str) -> Mapping[str, Any]:
    return next((setting_defaults(rule) for rule in Plan.of(Options()).available if rule.name == name), {})


def _toml(value: Any) -> str:
    return json.dumps(list(value) if isinstance(value, tuple | frozenset) else value, ensure_ascii=False, default=str)


def _summary(rule: Rule) -> str:
    """The first line of the page below its title, else of what the rule's code says."""
    for line in (_page(rule) or "").splitlines():
        text = line.strip()
        if text and not text.startswith("#"):
            return text
    if type(rule) is PhraseRule:
        return "a list of phrases"
    return (inspect.getdoc(type(rule)) or "").partition("\n")[0]


def _page(rule: Rule) -> str | None:
    folder = _folder(rule)
    page = folder / "rule.md" if folder else None
    return page.read_text(encoding="utf-8") if page and page.is_file() else None


def _folder(rule: Rule) -> Path | None:
    """The folder of the module that gives a rule: one of this package, or of another's entry point."""
    module = f"dechrome.rules.{rule.name}"
    for entry in entry_points(group=GROUP, name=rule.name):
        module = entry.module
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:
        return None
    return Path(spec.origin).parent if spec and spec.origin else None
