"""Lists that a converter indented so far that they pass for code, as menus in menus are."""

from __future__ import annotations

import re

_ITEM = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)])\s+\S")
_LINK = re.compile(r"!?\[[^\]\n]*\]\([^\n]*")
_PREFIX = re.compile(r"[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)*")
_HALF = 2


def is_list(code: str) -> bool:
    r"""Whether an indented block is one: most of its lines are items or links, and one is a link.

    >>> is_list("* [Home](/)\n* [Sport](/sport)"), is_list("* pointer = 0;\n++pointer;")
    (True, False)
    """
    lines = [line for line in code.split("\n") if line.strip()]
    links = [bool(_LINK.search(line)) for line in lines]
    marked = sum(link or bool(_ITEM.match(line)) for link, line in zip(links, lines, strict=True))
    return any(links) and _HALF * marked >= len(lines)


def outdented(line: str) -> str:
    """A line of such a block without what stands in front, but for the bullet that is its own.

    >>> outdented("  *     * [Home](/)")
    '* [Home](/)'
    """
    prefix = _PREFIX.match(line)
    width = prefix.end() if prefix else 0
    return ("* " if line[:width].strip(" \t>") else "") + line[width:]
