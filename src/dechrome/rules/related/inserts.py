"""Inserts under one heading, again and again between the paragraphs of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dechrome import blocks
from dechrome.outlook import once
from dechrome.types import Document, Marks

# Title, author and date of the story that an insert names.
_LINES = 4


def between_inserts(document: Document, heading: int, rule: str, seen: Marks) -> list[int]:
    """The lines of an insert, where the article's paragraph stands between it and the next under the same heading.

    The paragraph stands alone above the next heading, and the last insert has none in its place: it would be a
    standfirst in each of them. `heading` is one of the lines of which `rule` says something.
    """
    same = once(seen, f"{rule} by key", lambda: _by_key(document, seen.lines(rule)))[document.lines[heading].key]
    if heading == same[-1]:
        return []
    paragraph = blocks.before(document, same[bisect_right(same, heading)])
    own = blocks.below(document, heading, _LINES + 1)
    if paragraph not in own or not document.reads(paragraph) or blocks.believed(seen, paragraph):
        return []
    place = own.index(paragraph)
    last = blocks.below(document, same[-1], place + 1)
    alone = len(blocks.group(document, paragraph)) == 1
    has_none = not any(document.reads(i) or document.lines[i].trails_off for i in last)
    return own[:place] if alone and has_none else []


def _by_key(document: Document, positions: Sequence[int]) -> Mapping[str, list[int]]:
    """The lines that say the same, by what they say, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for i in positions:
        found[document.lines[i].key].append(i)
    return found
