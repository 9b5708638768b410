"""Spaces and punctuation: what markup and its removal leave around them, and styles on request."""

from __future__ import annotations

import re

from dechrome.normalize.sign import Sign

# All that `str.split` takes for a space.
SPACES = (
    Sign("\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"),
    Sign(" ", r" |\Z|(?<=\A )"),
)


def spaces(text: str) -> str:
    """Make each run of spaces of any kind one plain space, and none at the line's ends."""
    return " ".join(text.split())


_CLOSERS = "\"'\u2019\u201d\u00bb)\\]"
_MARKS = ".!?\u2026"
# A full stop behind another sentence mark, or behind the quote or bracket that closes one. Spaced
# ellipses (". . .") are no such stops: a third dot follows, or stands before.
STOPS = (Sign(" ", rf"\.(?=\s|\Z)(?! \.)(?:(?<=[^\s.][{_MARKS}] \.)|(?<=[{_MARKS}][{_CLOSERS}] \.))"),)
_STOP = re.compile(STOPS[0].pattern)


def stops(text: str) -> str:
    """Take out a full stop that stands alone behind a finished sentence: `“Yes.” .` becomes `“Yes.”`."""
    return _STOP.sub("", text)


_FULL_WIDTH = "\u3001\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f\u300b\u300d\u300f\u3011"
# Commas and stops go up to their word where nothing is glued to them (" .NET", " .5", " ..." stay);
# brackets too, unless they are a face (":)", ":(") or a box to tick ("[ ]").
PUNCTUATION = (
    Sign(
        " ",
        rf"(?=[,.)\]{_FULL_WIDTH}])(?:"
        rf"(?=,(?:\s|\Z|[{_CLOSERS}]))(?<=[^\s,([] )"
        rf"|(?=\.(?:\Z|[{_CLOSERS}]|\s(?!\.)))(?<=[^\s([{_MARKS}] )(?<![{_MARKS}][{_CLOSERS}] )"
        r"|(?=[)\]])(?<=[^\s([{:;=] )"
        rf"|(?=[{_FULL_WIDTH}])(?<=\S ))"
        r"|(?<=[(\[] )(?=[^\s)\]])(?<![:;=][(\[] )",
    ),
)
_SPACE = re.compile(PUNCTUATION[0].pattern)


def punctuation(text: str) -> str:
    """Take out the space before a comma, a full stop or a closing bracket, and behind an opening one.

    The French spaces before `; : ! ? »` stay.
    """
    return _SPACE.sub("", text)


_STRAIGHT = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b", "'") | dict.fromkeys("\u201c\u201d\u201e\u201f", '"')
)
QUOTES = (Sign("\u2018-\u201f"),)


def quotes(text: str) -> str:
    """Make curly quotation marks and apostrophes straight."""
    return text.translate(_STRAIGHT)


DASHES = (Sign("\u2010-\u2015\u2212"),)
_PARTING = re.compile(r"(?<=\w)[\u2014\u2015](?=\w)")
_DASH = re.compile(DASHES[0].pattern)


def dashes(text: str) -> str:
    """Make every dash a hyphen-minus, with spaces around one that parts two words."""
    return _DASH.sub("-", _PARTING.sub(" - ", text))


ELLIPSES = (Sign("\u2026"), Sign(".", r" \. \."))
_ELLIPSIS = re.compile(r"\u2026|\. \. \.")


def ellipses(text: str) -> str:
    """Write an ellipsis as three full stops."""
    return _ELLIPSIS.sub("...", text)
