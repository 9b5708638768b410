"""What is known of lines beside their text, in a file beside the records: `pages.npz` beside `pages.jsonl`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dechrome.body.reasons import GIVEN

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Extra:
    """The features of the lines of all records: `values` has a row a line that is not blank, record after record.

    The lines of record `k` are `values[starts[k] : starts[k + 1]]`.
    """

    names: tuple[str, ...]
    values: Floats
    starts: npt.NDArray[np.int64]

    @classmethod
    def of_pages(cls, pages: Sequence[Mapping[str, Floats]]) -> Extra:
        """The features of pages, each by name a value for each line that is not blank. Raises ValueError for none."""
        if not pages:
            raise ValueError("no page to learn from: is there `html` in the records?")
        names = tuple(pages[0])
        values = np.concatenate([np.stack([page[name] for name in names], axis=1) for page in pages])
        return cls(names, values, np.cumsum([0, *(len(page[names[0]]) for page in pages)]))

    def write(self, file: Path) -> None:
        """Write what `beside` reads."""
        np.savez_compressed(file, names=np.array(self.names), values=self.values, starts=self.starts)

    @classmethod
    def beside(cls, path: Path) -> Extra | None:
        """What stands beside a file of records; None where nothing does."""
        file = path.with_suffix(".npz")
        if not file.exists():
            return None
        with np.load(file) as found:
            return cls(tuple(found["names"].tolist()), found["values"], found["starts"])

    def of(self, record: int, text: str) -> dict[str, Floats]:
        """By name a value for each line of the record's text, blank ones too. Raises ValueError if they do not fit."""
        standing = [i for i, line in enumerate(text.split("\n")) if line]
        rows = self.values[self.starts[record] : self.starts[record + 1]]
        if len(rows) != len(standing):
            raise ValueError(f"record {record + 1} has {len(standing)} lines, and {len(rows)} rows of features")
        table = np.zeros((text.count("\n") + 1, len(self.names)), np.float32)
        table[standing] = rows
        return {GIVEN + name: table[:, k] for k, name in enumerate(self.names)}
