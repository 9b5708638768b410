"""The models that `python -m training --parts` wrote: each saw all sites but those of one fold."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path


def completing(prog: str, description: str | None) -> ArgumentParser:
    """What commands ask that complete models which are there: the data, the model, its parts, how many workers."""
    parser = ArgumentParser(prog=prog, description=description)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--model", type=Path, required=True, help="the model file to complete")
    parser.add_argument("--parts", type=Path, required=True, help="the models that `python -m training --parts` wrote")
    parser.add_argument("--workers", type=int, default=1)
    return parser


def parts_in(folder: Path, folds: Iterable[int]) -> dict[int, Path]:
    """The model file of each of these folds. Raises ValueError where one is missing, or no text has an article."""
    asked = sorted(set(folds))
    if not asked:
        raise ValueError("no text with an article to learn from: a record needs gold, or keep and drop")
    paths = {fold: folder / f"{fold}.npz" for fold in asked}
    if missing := [path for path in paths.values() if not path.exists()]:
        raise ValueError(f"{missing[0]} is missing: write it by python -m training on the same data with --parts")
    return paths
