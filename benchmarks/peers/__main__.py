"""The published tools for the same task side by side: how well they find the article, and how many pages a second.

    python -m benchmarks.peers PAGES.jsonl.xz                              all tools, all pages; prints a table
    python -m benchmarks.peers PAGES.jsonl.xz --every 6 --limit 90         of each set every 6th page, 90 at most
    python -m benchmarks.peers PAGES.jsonl.xz --tool trafilatura --tool dechrome
    python -m benchmarks.peers PAGES.jsonl.xz --out docs/peers.md          table and plot into the documentation
    python -m benchmarks.peers PAGES.jsonl.xz --models FOLDER              models that did not see the site

PAGES has one JSON object a line with `html`, and `gold` (the article) or `keep` and `drop` (segments that must stay
and must go); `set`, and `site` where models are given, which `python -m training --parts` makes: of texts FOLDER, of
pages FOLDER/pages. What is compared, and in which version, stands in peers.toml; pip installs each tool into an
environment of its own, once.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from training.data import FOLDS, fold_of

from benchmarks.peers.environments import Tool, interpreter, surroundings, tools, version
from benchmarks.peers.pages import Page, read
from benchmarks.peers.report import Row, check, summary, table, write
from benchmarks.peers.scoring import Score, score
from benchmarks.peers.turns import WORKER, Worker, in_turn


def main() -> int:
    """Measure, then print and write."""
    options = _parser().parse_args()
    try:
        if options.out:
            check(options.out)
        chosen = tools(options.tool)
        pages = read(options.pages, options.every, options.limit)
        if not pages:
            raise ValueError(f"no page in {options.pages}")
        rows = measured(chosen, pages, options)
    except (OSError, ValueError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    about = {"Python": platform.python_version()}
    if options.repeats > 1:
        about["times are the median of"] = str(options.repeats)
    if any(tool.is_own for tool in chosen):
        about["dechrome"] = "judged with models that saw no page of the site" if options.models else "as packaged"
    print(summary(rows, about), table(rows), sep="\n\n")
    if options.out:
        write(options.out, rows, about)
    return 0


def measured(chosen: list[Tool], pages: list[Page], options: argparse.Namespace) -> list[Row]:
    """Ask every tool about every page."""
    scores: dict[str, list[Score]] = {tool.name: [] for tool in chosen}
    errors: Counter[tuple[str, str]] = Counter()
    pythons = {tool.name: interpreter(tool, options.environments) for tool in chosen}
    asked = ({tool.name: question(tool, page, options.models) for tool in chosen} for page in pages)
    with ExitStack() as stack:
        workers = {tool.name: stack.enter_context(_worker(tool, pythons[tool.name], options)) for tool in chosen}
        for number, (page, answers) in enumerate(zip(pages, in_turn(workers, asked, options.repeats), strict=True), 1):
            for name, answer in answers.items():
                scores[name].append(score(page, answer))
                errors[name, answer.error] += bool(answer.error)
            if number % 20 == 0:
                print(number, file=sys.stderr, end=" ", flush=True)
    for (name, error), count in errors.most_common():
        if count:
            print(f"\n{name}: {count} x {' '.join(error.split())}", file=sys.stderr)
    return [Row(tool.name, version(tool, pythons[tool.name]), tool.is_own, scores[tool.name]) for tool in chosen]


def question(tool: Tool, page: Page, models: Path | None) -> dict[str, Any]:
    """What a worker is told of a page."""
    part = fold_of(page.site) if models and tool.is_own else 0
    return {"input": page.flat if tool.input == "flat" else page.html, "lang": page.lang, "part": part}


def settings_of(part: int, models: Path) -> dict[str, dict[str, str]]:
    """The rules' settings for the sites of one part: the models that were made without them."""
    files = {"model": models / f"{part}.npz", "page_model": models / "pages" / f"{part}.npz"}
    return {"off_body": {setting: str(file.resolve(strict=True)) for setting, file in files.items()}}


def _worker(tool: Tool, python: Path, options: argparse.Namespace) -> Worker:
    with_models = options.models and tool.is_own
    parts = [settings_of(part, options.models) for part in range(FOLDS)] if with_models else [{}]
    given = json.dumps({**tool.options, "parts": parts})
    options.environments.mkdir(parents=True, exist_ok=True)
    log = options.environments / f"{tool.name}.log"
    return Worker([python, "-P", "-s", WORKER, tool.ask, given], surroundings(tool), log, options.time_limit)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    home = Path.home() / ".cache" / "dechrome-peers"
    parser.add_argument("pages", type=Path, help="a JSONL file, or one compressed with xz")
    parser.add_argument("--tool", action="append", default=[], help="only this one; may be given again")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="of each set only each N-th page")
    parser.add_argument("--limit", type=int, metavar="N", help="of each set no more than N pages, spread evenly")
    parser.add_argument("--repeats", type=int, default=1, metavar="N", help="ask N times, take the median time (1)")
    parser.add_argument("--time-limit", type=float, default=60, metavar="S", help="seconds for a page (60)")
    parser.add_argument(
        "--models", type=Path, metavar="FOLDER", help="0.npz, pages/0.npz ... made without a part of the sites"
    )
    parser.add_argument("--environments", type=Path, default=home, metavar="FOLDER", help=f"where tools live ({home})")
    parser.add_argument("--out", type=Path, metavar="PAGE", help="a page of the documentation with marks for the table")
    return parser


if __name__ == "__main__":
    sys.exit(main())
