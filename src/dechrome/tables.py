"""Tables in plain text, as extractors and Markdown write them: a row a line, its cells between bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dechrome.types import Line

_BAR = "|"
# Layout makes tables of few rows, or with many empty cells; data fills longer ones.
_ROWS, _CELLS, _FULL = 6, 2, 0.8


def data_rows(lines: Sequence[Line]) -> Iterator[int]:
    r"""The positions of the rows of tables that hold data: several rows of as many cells, few of them empty.

    >>> texts = ["Results", *["| 2019 | 4th | 61 points |"] * 6, "| Home | |"]
    >>> list(data_rows([Line(text, i + 1, 0, len(text)) for i, text in enumerate(texts)]))
    [1, 2, 3, 4, 5, 6]
    """
    rows = ((i, line.text) for i, line in enumerate(lines) if line.text.startswith(_BAR))
    for (_, count), group in groupby(enumerate(rows), lambda row: (row[1][0] - row[0], row[1][1].count(_BAR))):
        table = [row for _, row in group]
        cells = [cell.strip() for _, text in table for cell in text.strip(_BAR).split(_BAR)]
        if count > _CELLS and len(table) >= _ROWS and sum(map(bool, cells)) >= _FULL * len(cells):
            yield from (i for i, _ in table)
