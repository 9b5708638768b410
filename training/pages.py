"""python -m training.pages DATA... --out OUT: the lines of pages with what their markup says, to learn from.

DATA are JSON lines (.jsonl, .gz, .xz) with `html`. OUT.jsonl gets the records with the page's `text` in place of the
`html` (tool `html-text`), OUT.npz the features of its lines, which `python -m training OUT.jsonl` finds beside it.
With `--rest` it is what the other rules leave of each page (tool `html-text, rest`): the model looks at a page twice.
Of every second page trafilatura's judgement is left out, as the model is asked without it first.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from zlib import crc32

from dechrome.html.features import features
from dechrome.html.reader import read_html
from dechrome.normalize import Normalizer
from dechrome.options import Options
from dechrome.plan import Plan
from dechrome.rounds import Rounds
from dechrome.types import Document
from training.data import opened
from training.extra import Extra

TOOL = "html-text"


def pages(paths: Iterable[Path]) -> Iterator[tuple[dict[str, Any], Document]]:
    """The records of all files, each with its page; those without `html` are passed over."""
    normalizer = Normalizer()
    for path in paths:
        with opened(path) as lines:
            for line in lines:
                record = json.loads(line)
                if "html" in record:
                    yield record, read_html(record["html"], normalizer)


def main() -> int:
    """Write the lines and the features."""
    parser = argparse.ArgumentParser(prog="python -m training.pages", description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="where to write, without an ending")
    parser.add_argument("--rest", action="store_true", help="what the other rules leave of the pages")
    parser.add_argument("--every", type=int, default=1, help="only each so many pages")
    args = parser.parse_args()
    options = Options(off=("off_body",))
    rounds = Rounds(Plan.of(options), options, options.normalizer())
    found = []
    with args.out.with_suffix(".jsonl").open("w", encoding="utf-8") as out:
        for record, page in islice(pages(args.data), 0, None, args.every):
            document = _rest(rounds, page) if args.rest else page
            if not (columns := features(document, judged=crc32(record["id"].encode()) % 2 == 0)):
                continue
            found.append(columns)
            text = "\n".join(line.text for line in document.lines)
            kept = {name: value for name, value in record.items() if name != "html"}
            tool = f"{TOOL}, rest" if args.rest else TOOL
            out.write(json.dumps(kept | {"tool": tool, "text": text}, ensure_ascii=False) + "\n")
    extra = Extra.of_pages(found)
    extra.write(args.out.with_suffix(".npz"))
    print(f"{len(found)} pages, {len(extra.values)} lines, {len(extra.names)} features", file=sys.stderr)  # noqa: T201
    return 0


def _rest(rounds: Rounds, page: Document) -> Document:
    """What the other rules leave of a page, still as one."""
    return [done.left for done in rounds.run(page) if done.left.page is not None][-1]


if __name__ == "__main__":
    raise SystemExit(main())
