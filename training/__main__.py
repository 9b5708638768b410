"""python -m training DATA... --out MODEL.npz [--report FIGURES.md]: from labelled texts to a model file.

DATA are JSON lines (.jsonl, .gz, .xz); a record is one text of one page: `id`, `site`, `tool`, `text`, and `gold`
(the article) or `keep` and `drop` (segments); `set`, `lang`, `headline`, `type` and `extra` where known (see
`training.data.examples`). The same data give the same file.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from training.data import examples
from training.learn import Learned, learn
from training.plot import reliability
from training.progress import clock
from training.report import figures


def main() -> int:
    """Train, write the model file and the figures."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="the model file to write")
    parser.add_argument("--report", type=Path, help="where to write the cross-validated figures, as Markdown")
    parser.add_argument("--plot", type=Path, help="where to write how far chances can be believed, as SVG")
    parser.add_argument("--chances", type=Path, help="where to write what models that saw no page of a site say (.npz)")
    parser.add_argument("--parts", type=Path, help="a folder for the models that saw all sites but those of one fold")
    parser.add_argument("--trees", type=int, default=180, help="how many trees the second stage has, for each seed")
    parser.add_argument("--limit", type=int, default=0, help="only so many texts, to try things out")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    say = clock()
    try:
        found = [example for example in examples(args.data) if example.lines]
        found = found[: args.limit or None]
        say(f"{len(found)} texts of {len({example.site for example in found})} sites")
        learned = learn(found, args.trees, args.seed, say)
    except ValueError as error:
        parser.error(str(error))
    learned.model.write(args.out)
    say(f"{args.out}: {args.out.stat().st_size / 1e6:.2f} MB")
    if args.parts:
        args.parts.mkdir(parents=True, exist_ok=True)
        for fold, part in zip(sorted({example.fold for example in found}), learned.parts, strict=True):
            part.write(args.parts / f"{fold}.npz")
    if args.chances:
        _write_chances(args.chances, learned)
    if args.report:
        args.report.write_text(figures(found, learned), encoding="utf-8")
        say(f"{args.report} written")
    if args.plot:
        args.plot.write_text(reliability(learned), encoding="utf-8")
    return 0


def _write_chances(path: Path, learned: Learned) -> None:
    np.savez(path, offsets=learned.rows.offsets, lines=learned.chance, texts=learned.whole)


if __name__ == "__main__":
    raise SystemExit(main())
