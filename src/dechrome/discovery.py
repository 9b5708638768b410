"""Finding rules: the folders of this package, then the entry points of others in the group `dechrome.rules`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from dechrome.errors import RuleError
from dechrome.phrases import PhraseRule
from dechrome.types import DocumentRule, LineRule, Rule

GROUP = "dechrome.rules"


def installed_rules(*, plugins: bool = True) -> tuple[Rule, ...]:
    """Every rule of this package and, with `plugins`, of other installed distributions, in order of name.

    Raises RuleError for a rule that cannot be imported, has the wrong shape, or has another's name.
    """
    found = [(rule, "dechrome") for rule in _own_rules()]
    if plugins:
        entries = sorted(entry_points(group=GROUP), key=lambda e: (e.name, e.value))
        found += [(_load(entry), _origin(entry)) for entry in entries]
    return checked(found)


def checked(found: Iterable[tuple[Any, str]]) -> tuple[Rule, ...]:
    """The rules in order of name. Raises RuleError for a wrong shape or a name that comes twice."""
    owners: dict[str, str] = {}
    rules: list[Rule] = []
    for rule, origin in found:
        name = getattr(rule, "name", None)
        if not isinstance(name, str) or not name.isidentifier():
            raise RuleError(f"{origin}: {rule!r} is no rule: its `name` must be a word like 'share_bar', not {name!r}")
        # Asked first, as Python 3.11 would work out all triggers to see whether there are any.
        if not isinstance(rule, PhraseRule | LineRule | DocumentRule):
            raise RuleError(
                f"{origin}: rule {name!r} needs `triggers` and `match(line)`, or `mark(document, seen)`, or both"
            )
        if name in owners:
            raise RuleError(f"{origin}: there is a rule {name!r} already, from {owners[name]}; give it another name")
        owners[name] = origin
        rules.append(rule)
    return tuple(sorted(rules, key=lambda r: r.name))


def _own_rules() -> Iterable[Rule]:
    from dechrome import rules

    for module in sorted(pkgutil.iter_modules(rules.__path__), key=lambda m: m.name):
        if module.ispkg:
            yield importlib.import_module(f"dechrome.rules.{module.name}").RULE


def _load(entry: EntryPoint) -> Any:
    try:
        rule = entry.load()
    except Exception as error:
        raise RuleError(
            f"{_origin(entry)}: rule {entry.name!r} cannot be loaded ({type(error).__name__}: {error}); "
            "mend or uninstall it, or run with plugins off"
        ) from error
    if getattr(rule, "name", None) != entry.name:
        raise RuleError(
            f"{_origin(entry)}: entry point {entry.name!r} gives a rule named {getattr(rule, 'name', None)!r}"
        )
    return rule


def _origin(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else entry.value
