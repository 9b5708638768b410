"""Every error that dechrome raises on purpose. All are `DechromeError`, so one `except` catches them.

DechromeError
├── ConfigError      an option, a setting or a configuration file is wrong (also a ValueError)
├── PageError        a page cannot be read (also a ValueError)
└── RuleError        a rule cannot be loaded or used; names the rule and where it came from
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class DechromeError(Exception):
    """Base of all errors raised by dechrome."""


class ConfigError(DechromeError, ValueError):
    """An option, a setting or a configuration file is wrong; the message says which and what to write."""


class PageError(DechromeError, ValueError):
    """A page cannot be read; the message says why."""


class RuleError(DechromeError):
    """A rule cannot be found, loaded or used; the message names it and where it came from."""


def unknown(kind: str, name: str, known: Iterable[str], where: str = "") -> ConfigError:
    """The error for a name that does not exist, with the nearest one that does.

    >>> print(unknown("rule", "sharebar", ["share_bar", "tags"]))
    unknown rule 'sharebar': did you mean 'share_bar'?
    """
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(names)}"
    return ConfigError(f"{where + ': ' if where else ''}unknown {kind} {name!r}: {hint}")
