"""A unified diff made from a result: the lines' numbers are known, so nothing needs to be guessed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dechrome.result import Result

_CONTEXT = 3
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")

Step = tuple[str, str]
"""One line of the diff: a space, `-` or `+`, and the text."""


def unified(result: Result, name: str) -> Iterator[str]:
    r"""The lines of the diff between source and text, without line ends; none where they are the same.

    >>> from dechrome import explain
    >>> result = explain("The vote is on Tuesday.\nAdvertisement\n")
    >>> list(unified(result, "page.txt"))[2:]
    ['@@ -1,2 +1 @@', ' The vote is on Tuesday.', '-Advertisement']
    """
    steps = _steps(result)
    changes = [i for i, (lead, _) in enumerate(steps) if lead != " "]
    if not changes:
        return
    yield f"--- {name}"
    yield f"+++ {name}\tcleaned"
    before = after = at = 0
    for start, end in _hunks(changes, len(steps)):
        before += sum(lead != "+" for lead, _ in steps[at:start])
        after += sum(lead != "-" for lead, _ in steps[at:start])
        hunk = steps[start:end]
        removed, added = (sum(lead != other for lead, _ in hunk) for other in "+-")
        yield f"@@ -{_range(before, removed)} +{_range(after, added)} @@"
        for lead, text in hunk:
            yield lead + text
        before, after, at = before + removed, after + added, end


def _steps(result: Result) -> list[Step]:
    kept: dict[int, list[str]] = defaultdict(list)
    for left in result.kept.lines:
        kept[left.number].append(left.text)
    lines: list[str] = _LINE_END.split(result.source)
    steps: list[Step] = []
    for number, line in enumerate(lines if lines[-1] else lines[:-1], start=1):
        texts = kept.get(number)
        if texts == [line]:
            steps.append((" ", line))
        else:
            steps.append(("-", line))
            steps += [("+", text) for text in texts or ()]
    return steps


def _hunks(changes: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    start = end = changes[0]
    for change in changes:
        if change - end > 2 * _CONTEXT:
            yield max(0, start - _CONTEXT), end + 1 + _CONTEXT
            start = change
        end = change
    yield max(0, start - _CONTEXT), min(length, end + 1 + _CONTEXT)


def _range(before: int, length: int) -> str:
    """The lines of a hunk as diffs write them: an empty range names the line before it."""
    if length == 1:
        return str(before + 1)
    return f"{before + 1 if length else before},{length}"
