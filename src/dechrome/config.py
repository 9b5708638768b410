"""Configuration files: `dechrome.toml`, or the table `[tool.dechrome]` of a `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

import tomli

from dechrome.errors import ConfigError, unknown
from dechrome.options import Options

OWN, SHARED = "dechrome.toml", "pyproject.toml"


def find_config(start: str | Path | None = None) -> Path | None:
    """The nearest configuration file, from the folder `start` (by default the working folder) upward.

    In one folder `dechrome.toml` comes before `pyproject.toml`, which counts only if it has a table
    `[tool.dechrome]`. Raises ConfigError for a `pyproject.toml` that cannot be read.
    """
    folder = Path(start) if start is not None else Path.cwd()
    for place in (folder.absolute(), *folder.absolute().parents):
        own, shared = place / OWN, place / SHARED
        if own.is_file():
            return own
        if shared.is_file() and _table(shared, _parsed(shared)) is not None:
            return shared
    return None


def read_config(path: str | Path) -> dict[str, Any]:
    """The options that a configuration file gives, checked; they are the keyword arguments of `Cleaner`.

    Raises ConfigError, which names the file and the key, for a file that cannot be read, a key that
    does not exist, or a value of the wrong type.
    """
    path = Path(path)
    table: Any = _parsed(path)
    if path.name == SHARED and (table := _table(path, table)) is None:
        raise ConfigError(f"{path}: there is no table [tool.dechrome] in it")
    known = [field.name for field in fields(Options)]
    for key in table:
        if key not in known:
            raise unknown("key", key, known, str(path))
    with naming(path):
        Options.of(**table)
    return dict(table)


@contextmanager
def naming(path: str | Path) -> Iterator[None]:
    """A block in which a ConfigError begins with the file whose options are at fault."""
    try:
        yield
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from error


def _table(path: Path, parsed: Mapping[str, Any]) -> Mapping[str, Any] | None:
    tool = parsed.get("tool", {})
    table = tool.get("dechrome") if isinstance(tool, Mapping) else None
    if table is not None and not isinstance(table, Mapping):
        raise ConfigError(f"{path}: [tool.dechrome] must be a table, not {table!r}")
    return table


def _parsed(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomli.load(file)
    except tomli.TOMLDecodeError as error:
        raise ConfigError(f"{path}: this is not valid TOML: {error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: a TOML file must be in UTF-8") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
