"""python -m training.rest TEXTS.jsonl.xz --out REST.jsonl: what the other rules leave of texts, to train on.

The model looks at a text twice, before the other rules and after them, so it learns from both. A record is that of
`python -m training`; its `tool` gets ", rest" behind it, as what is left of a page is no whole page.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from dechrome.cleaner import Cleaner
from training.data import opened


def main() -> int:
    """Write what is left of each text."""
    parser = argparse.ArgumentParser(prog="python -m training.rest", description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--tool", action="append", help="only the texts of this tool; may be repeated")
    parser.add_argument("--every", type=int, default=1, help="only each so many of these texts")
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    cleaner = Cleaner(off=["off_body"])
    with args.out.open("w", encoding="utf-8") as out:
        for path in args.texts:
            with opened(path) as lines:
                records = [record for record in map(json.loads, lines) if not args.tool or record["tool"] in args.tool]
            chosen = records[:: args.every]
            for record, text in zip(
                chosen, cleaner.clean_many((r["text"] for r in chosen), workers=args.workers), strict=True
            ):
                rest = {**record, "tool": f"{record['tool']}, rest", "text": text}
                out.write(json.dumps(rest, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
