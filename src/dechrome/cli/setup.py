"""The cleaner that the command line and the configuration file ask for together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from dechrome.cleaner import Cleaner
from dechrome.config import find_config, naming, read_config
from dechrome.errors import ConfigError

_FLAGS = ("only", "off", "on", "mode", "threshold", "lang", "protect", "format")


def config_path(named: str | None, *, ignore: bool) -> Path | None:
    """The configuration file in use: the one named, else the nearest, else none."""
    if ignore:
        return None
    return Path(named) if named is not None else find_config()


def build(path: Path | None, flags: Mapping[str, Any]) -> Cleaner:
    """The cleaner for a configuration file and the flags over it.

    Raises ConfigError where the file is at fault, click.UsageError where a flag is.
    """
    given = read_config(path) if path else {}
    try:
        return Cleaner(**merged(given, flags))
    except ConfigError as error:
        if path:
            with naming(path):
                Cleaner(**given)
        message = str(error)
        raise click.UsageError(f"--{message}" if message.startswith(_FLAGS) else message) from error


def merged(given: Mapping[str, Any], flags: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a file with the flags over them: `off`, `on` and `protect` add, all others replace.

    A rule that `--only` names is on, whatever the file says of it.

    >>> merged({"off": ["tags", "legal"]}, {"only": ("tags",), "off": ("byline",)})
    {'off': ['legal', 'byline'], 'only': ['tags']}
    """
    options = dict(given)
    only = flags.get("only", ())
    options["off"] = [name for name in given.get("off", ()) if name not in only] + list(flags.get("off", ()))
    options["on"] = [*given.get("on", ()), *flags.get("on", ())]
    options["protect"] = [*given.get("protect", ()), *flags.get("protect", ())]
    options["only"] = list(only) or list(given.get("only", ()))
    for name in ("mode", "threshold", "lang", "format", "output", "fast"):
        if flags.get(name) is not None:
            options[name] = flags[name]
    return {name: value for name, value in options.items() if value or name not in ("off", "on", "only", "protect")}


def words(values: Iterable[str]) -> tuple[str, ...]:
    """The names in values that may be lists with commas, each once.

    >>> words(["tags,legal", "byline", "tags"])
    ('tags', 'legal', 'byline')
    """
    names = (name.strip() for value in values for name in value.split(","))
    return tuple(dict.fromkeys(name for name in names if name))
