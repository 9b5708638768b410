"""How well Markdown is cleaned, beside plain text of the same pages in the same run.

    python benchmarks/markdown.py PAGES.jsonl[.xz]               one JSON object a line: `html`, `gold` (the article)
    python benchmarks/markdown.py PAGES.jsonl.xz --limit 100     of each field `set`, no more than so many pages

Each page goes through whichever of these converters are installed: html2text (its lines as long as they come, and
wrapped as it does by default), markdownify, and trafilatura's own Markdown with links and images; and, as plain text,
through inscriptis and trafilatura. What comes out is cleaned, stripped of its syntax, and compared with the article by
runs of four words: `raw` is the F1 before cleaning, `after` behind it, `best` that of keeping just the lines that stand
in the article; `closed` is the share of the way from `raw` to `best` that cleaning went. `bytes` is the share of texts
whose cleaned form is the source less what was cut out of it; `again` of those that a second cleaning leaves alone.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any

TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
RUN = 4
LONGEST = 1_500_000  # characters of a page
PLAIN = "plain: "

Converter = Callable[[str], str]
Row = dict[str, float]


def main() -> int:
    """Measure and print."""
    options = _parser().parse_args()
    found = {name: make() for name, (module, make) in CONVERTERS.items() if find_spec(module)}
    rows: dict[str, list[Row]] = defaultdict(list)
    for number, page in enumerate(read(options.pages, options.limit), start=1):
        for name, convert in found.items():
            if row := measured(name, convert, page):
                rows[name].append(row)
        if number % 20 == 0:
            print(number, file=sys.stderr, end=" ", flush=True)
    show(rows)
    return 0


def read(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    """The pages that have an article."""
    seen: Counter[str] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            if page.get("gold") and len(page["html"]) <= LONGEST:
                seen[page.get("set", "")] += 1
                if not limit or seen[page.get("set", "")] <= limit:
                    yield page


def measured(name: str, convert: Converter, page: dict[str, Any]) -> Row | None:
    """The figures of one page by one converter; None where that fails or gives nothing."""
    plain = name.startswith(PLAIN)
    try:
        text = convert(page["html"])
    except Exception as error:  # whatever a converter cannot take is not ours to judge
        print(f"{name}: {type(error).__name__}", file=sys.stderr)
        return None
    if not text.strip():
        return None
    cleaner = cleaner_of("text" if plain else "markdown")
    start = process_time()
    result = cleaner.explain(text)
    seconds = process_time() - start
    bare: Converter = str if plain else stripped
    before, after, gold = bare(text), bare(result.text), shingles(page["gold"])
    best = "\n".join(line for line in before.split("\n") if belongs(line, gold))
    inside = shingles(before) & gold
    lost = sum((inside - shingles(after)).values()) / max(1, sum(inside.values()))
    return {
        "raw": f1(gold, shingles(before)),
        "after": f1(gold, shingles(after)),
        "best": f1(gold, shingles(best)),
        "lost": lost,
        "bytes": float(not any(edit.after for edit in result.edits)),
        "again": float(cleaner.clean(result.text) == result.text),
        "size": len(text),
        "seconds": seconds,
    }


@cache
def cleaner_of(format: str) -> Any:  # noqa: A002 - the option's name
    """The cleaner for a format."""
    from dechrome import Cleaner

    return Cleaner(format=format)


def stripped(markdown: str) -> str:
    """The text of Markdown by its parser alone, a line for each of its own."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    lines = []
    for token in parser.parse(markdown):
        if token.type == "inline":
            parts = [" " if "break" in t.type else t.content for t in token.children or () if t.type != "image"]
            lines.append("".join(part for part in parts if not part.startswith("<")))
        elif token.type in ("fence", "code_block"):
            lines += token.content.split("\n")
    return "\n".join(line for line in lines if line.strip())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, with how often each is there."""
    words = TOKEN.findall(text)
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))) if words else Counter()


def belongs(line: str, gold: Counter[tuple[str, ...]]) -> bool:
    """Whether most of a line stands in the article."""
    found = shingles(line)
    return 2 * sum(run in gold for run in found) >= len(found) > 0


def f1(gold: Counter[tuple[str, ...]], got: Counter[tuple[str, ...]]) -> float:
    """The harmonic mean of precision and recall."""
    hit = sum((gold & got).values())
    return 2 * hit / (sum(gold.values()) + sum(got.values())) if hit else 0.0


def show(rows: dict[str, list[Row]]) -> None:
    """Print a row for each converter."""
    names = ("raw", "after", "best", "lost", "bytes", "again")
    print(f"\n{'':22}{'pages':>7}" + "".join(f"{name:>8}" for name in (*names, "closed", "kB/s")))
    for converter, pages in rows.items():
        mean = {name: statistics.fmean(page[name] for page in pages) for name in names}
        closed = (mean["after"] - mean["raw"]) / max(1e-9, mean["best"] - mean["raw"])
        speed = sum(page["size"] for page in pages) / sum(page["seconds"] for page in pages) / 1000
        figures = "".join(f"{mean[name]:8.3f}" for name in names)
        print(f"{converter:22}{len(pages):7}{figures}{closed:8.3f}{speed:8.0f}")


def _html2text(width: int) -> Converter:
    import html2text

    def convert(html: str) -> str:
        converter = html2text.HTML2Text()
        converter.body_width = width
        return str(converter.handle(html))

    return convert


def _markdownify() -> Converter:
    from markdownify import markdownify

    return lambda html: str(markdownify(html))


def _inscriptis() -> Converter:
    from inscriptis import get_text

    return lambda html: str(get_text(html))


def _trafilatura(**options: Any) -> Converter:
    from trafilatura import extract

    return lambda html: str(extract(html, include_comments=False, **options) or "")


CONVERTERS: dict[str, tuple[str, Callable[[], Converter]]] = {
    PLAIN + "inscriptis": ("inscriptis", _inscriptis),
    "html2text": ("html2text", lambda: _html2text(0)),
    "html2text, wrapped": ("html2text", lambda: _html2text(78)),
    "markdownify": ("markdownify", _markdownify),
    PLAIN + "trafilatura": ("trafilatura", _trafilatura),
    "trafilatura": (
        "trafilatura",
        lambda: _trafilatura(output_format="markdown", include_links=True, include_images=True),
    ),
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="a JSONL file with the fields `html` and `gold`, perhaps `set`")
    parser.add_argument("--limit", type=int, help="of each set, no more than so many pages")
    return parser


if __name__ == "__main__":
    sys.exit(main())
