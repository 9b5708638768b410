"""The news and picture agencies that sign texts and photographs, and how to tell one from other text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import tomli

from dechrome.fold import fold

_SEGMENT = re.compile(
    r"\s*(?:[/|,;\u00b7\u2022\uff0f\uff5c\u3001\u00a9]|[\u2013\u2014]|\s-\s?|\s(?:via|for|and|und|et|y|e|mit|with)\s)\s*"
)
_EDGES = " .,:()[]{}<>*_-\u2013\u2014\u00a9\uff08\uff09\u3010\u3011\uff1d="


@cache
def _lists() -> dict[str, frozenset[str]]:
    tables = tomli.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        "capitals": frozenset(tables["capitals"]),
        "in_credits": frozenset(tables["capitals_in_credits"]),
        "names": frozenset(map(fold, tables["names"])),
        "stand_ins": frozenset(map(fold, tables["stand_ins"])),
    }


def is_agency(text: str) -> bool:
    """Whether `text` is the name of a news or picture agency, a stock library or a picture archive.

    >>> is_agency("AFP"), is_agency("Getty Images"), is_agency("afp photo"), is_agency("The agency")
    (True, True, True, False)
    """
    bare, lists = text.strip(_EDGES), _lists()
    return bare in lists["capitals"] or fold(bare) in lists["names"]


def signs_picture(text: str) -> bool:
    """Whether `text` is an agency, or what stands in its place under a picture ("supplied", "handout").

    >>> signs_picture("AFP"), signs_picture("Handout"), signs_picture("AA"), signs_picture("Ana Lima")
    (True, True, True, False)
    """
    bare, lists = text.strip(_EDGES), _lists()
    return is_agency(text) or bare in lists["in_credits"] or fold(bare) in lists["stand_ins"]


def segments(text: str) -> list[str]:
    """The parts of a credit: people, agencies and notes between slashes, commas and "via".

    >>> segments("Ana Lima/AFP via Getty Images")
    ['Ana Lima', 'AFP', 'Getty Images']
    """
    return [part for part in _SEGMENT.split(text) if part.strip(_EDGES)]


def all_agencies(text: str) -> bool:
    """Whether `text` names agencies and nothing else.

    >>> all_agencies("dpa/AFP"), all_agencies("Ana Lima/AFP")
    (True, False)
    """
    parts = segments(text)
    return is_agency(text) or (bool(parts) and all(is_agency(part) for part in parts))


def names_agency(text: str) -> bool:
    """Whether one of the parts of `text` is an agency.

    >>> names_agency("Ana Lima/AFP"), names_agency("Ana Lima")
    (True, False)
    """
    return is_agency(text) or any(is_agency(part) for part in segments(text))


@cache
def triggers() -> frozenset[str]:
    """What stands in every line that ends with one of these names, or has one before a slash or bar; for triggers."""
    lists = _lists()
    names = [fold(name).strip(_EDGES) for key in sorted(lists) for name in lists[key]]
    last = [re.split(r"[ /-]", name)[-1] for name in names]
    return frozenset(rf"\b{word}{after}" for word in last for after in ("\n", "/", " /", " |"))
