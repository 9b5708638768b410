"""How many whole pages a second are cleaned as flat text, as a ratio to trafilatura on the HTML of the same pages.

    python benchmarks/pages.py PAGES.jsonl.xz                          pages flattened here, by BeautifulSoup
    python benchmarks/pages.py PAGES.jsonl.xz --texts TEXTS.jsonl.xz   flat texts made before, by any tool
    python benchmarks/pages.py PAGES.jsonl.xz --every 20 --repeats 5

PAGES has one JSON object a line, with `id` and `html`; TEXTS one with `id` (the page's), `tool` and `text`. Both may
be compressed with xz. Flattening is not measured: who has flat text has it already, and no more.

The sides take turns page by page in one process on one core, as a busy machine then slows all alike; a ratio above 1
says that a flat page is cleaned faster than trafilatura finds the article in its markup.
"""

from __future__ import annotations

import argparse
import json
import lzma
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

REFERENCE = "trafilatura on HTML"
_FLAT = ("inscriptis", "bs4")


def main() -> int:
    """Measure and print."""
    options = _parser().parse_args()
    pages = {page["id"]: page["html"] for page in islice(records(options.pages), 0, None, options.every)}
    flat = _read_flat(options.texts, pages, options.tool or list(_FLAT)) if options.texts else {"bs4": _flatten(pages)}
    flat = {tool: texts for tool, texts in flat.items() if texts}
    if not flat:
        print(f"no flat text of a page in {options.pages}", file=sys.stderr)
        return 1
    shared = [page for page in pages if all(page in texts for texts in flat.values())]
    print(f"{len(shared):,} pages, {sum(len(pages[page]) for page in shared):,} characters of HTML")
    for tool, texts in flat.items():
        print(f"  {sum(len(texts[page]) for page in shared):,} characters of flat text by {tool}")
    _measure({page: pages[page] for page in shared}, flat, options.repeats)
    return 0


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file, compressed with xz where its name says so."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _read_flat(path: Path, pages: Mapping[str, str], tools: list[str]) -> dict[str, dict[str, str]]:
    """By tool and page, the flat texts that are asked for."""
    flat: dict[str, dict[str, str]] = {tool: {} for tool in tools}
    for record in records(path):
        if record["id"] in pages and record["tool"] in flat:
            flat[record["tool"]][record["id"]] = record["text"]
    return flat


def _flatten(pages: Mapping[str, str]) -> dict[str, str]:
    from bs4 import BeautifulSoup

    return {page: BeautifulSoup(html, "html.parser").get_text("\n") for page, html in pages.items()}


def _measure(pages: Mapping[str, str], flat: Mapping[str, Mapping[str, str]], repeats: int) -> None:
    import trafilatura

    from dechrome import Cleaner

    clean = Cleaner().clean
    sides: dict[str, tuple[Callable[[str], object], Mapping[str, str]]] = {REFERENCE: (trafilatura.extract, pages)}
    sides |= {f"clean, {tool}": (clean, texts) for tool, texts in flat.items()}
    for run, texts in sides.values():  # what is loaded and compiled when it is first needed
        for page in list(pages)[:5]:
            run(texts[page])
    spent: dict[str, list[float]] = defaultdict(list)
    for _ in range(repeats):
        times = dict.fromkeys(sides, 0.0)
        for page in pages:
            for name, (run, texts) in sides.items():
                start = process_time()
                run(texts[page])
                times[name] += process_time() - start
        for name, seconds in times.items():
            spent[name].append(seconds)
    print(f"\n{'':20} {'pages/s':>9} {'ms a page':>10} {'ratio':>7}   median of {repeats}")
    for name, found in spent.items():
        ratios = [base / seconds for base, seconds in zip(spent[REFERENCE], found, strict=True)]
        seconds = statistics.median(found) / len(pages)
        print(f"{name:20} {1 / seconds:9.1f} {1000 * seconds:10.2f} {statistics.median(ratios):7.2f}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="a JSONL file, or one compressed with xz")
    parser.add_argument("--texts", type=Path, help="their flat texts")
    parser.add_argument(
        "--tool", action="append", help=f"which of them; may be given again (default {', '.join(_FLAT)})"
    )
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only each N-th page")
    parser.add_argument("--repeats", type=int, default=3, help="how often to measure (default 3)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
