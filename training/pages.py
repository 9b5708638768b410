"""python -m training.pages DATA... --out OUT: the lines of pages with what their markup says, to learn from.

DATA are JSON lines (.jsonl, .gz, .xz) with `html`. OUT.jsonl gets the records with the page's `text` in place of the
`html` (tool `html-text`, which `python -m training` reads); OUT.npz gets `names` (of the features), `values` (a row a
line that is not blank, in order), and `starts` (a page's rows are `values[starts[k]:starts[k + 1]]`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dechrome.html.features import Features, features
from dechrome.html.reader import read_html
from dechrome.normalize import Normalizer
from dechrome.types import Document
from training.data import opened

TOOL = "html-text"


def pages(paths: Iterable[Path], *, judged: bool = True, limit: int = 0) -> Iterator[tuple[dict[str, Any], Document]]:
    """The records of all files, each with its page; those without `html` are passed over."""
    normalizer = Normalizer()
    count = 0
    for path in paths:
        with opened(path) as lines:
            for line in lines:
                record = json.loads(line)
                if "html" in record:
                    yield record, read_html(record["html"], normalizer, judged=judged)
                    count += 1
                    if count == limit:
                        return


def main() -> int:
    """Write the lines and the features."""
    parser = argparse.ArgumentParser(prog="python -m training.pages", description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="where to write, without an ending")
    parser.add_argument("--fast", action="store_true", help="do without trafilatura")
    parser.add_argument("--limit", type=int, default=0, help="only so many pages")
    args = parser.parse_args()
    found: list[Features] = []
    starts = [0]
    with args.out.with_suffix(".jsonl").open("w", encoding="utf-8") as out:
        for record, document in pages(args.data, judged=not args.fast, limit=args.limit):
            columns = features(document)
            if not columns:
                continue
            found.append(columns)
            starts.append(starts[-1] + len(columns["links"]))
            text = "\n".join(line.text for line in document.lines)
            kept = {name: value for name, value in record.items() if name != "html"}
            out.write(json.dumps(kept | {"tool": TOOL, "text": text}, ensure_ascii=False) + "\n")
    names = list(found[0])
    values = np.concatenate([np.stack([columns[name] for name in names], axis=1) for columns in found])
    np.savez_compressed(args.out.with_suffix(".npz"), names=np.array(names), values=values, starts=np.array(starts))
    print(f"{len(found)} pages, {len(values)} lines, {len(names)} features", file=sys.stderr)  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
