"""Where the sentences of a line begin and end, for rules that cut a notice out of a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dechrome.fold import fold
from dechrome.pitches import mask_quotes, split_sentences


def quoted(line: str, at: int) -> bool:
    """Whether column `at` of a line stands inside quotation marks.

    >>> quoted('He wrote: "All rights reserved."', 15), quoted("All rights reserved.", 4)
    (True, False)
    """
    return not line[at].isspace() and mask_quotes(fold(line))[at].isspace()


def widen(
    line: str, spans: Sequence[tuple[int, int]], companion: Callable[[str], bool] = lambda _: False
) -> list[tuple[int, int]]:
    """`spans` widened to whole sentences, with the sentences beside them that are a `companion`; the whole line
    where nothing else is left.

    >>> line = "He left. All rights reserved. Learn more."
    >>> [line[a:b] for a, b in widen(line, [(13, 19)], lambda s: s.startswith("Learn"))]
    ['All rights reserved. Learn more.']
    """
    sentences = split_sentences(line)
    taken = [any(a < end and start < b for a, b in spans) for start, end in sentences]
    order = list(range(len(sentences)))
    for way, step in ((order, -1), (order[::-1], 1)):
        for k in way:
            beside = 0 <= k + step < len(taken) and taken[k + step]
            if not taken[k] and beside and companion(line[slice(*sentences[k])].strip()):
                taken[k] = True
    if all(taken):
        return [(0, len(line))]
    found: list[tuple[int, int]] = []
    for (start, end), goes in zip(sentences, taken, strict=True):
        if goes and found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        elif goes:
            found.append((start, end))
    return found
