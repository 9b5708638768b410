"""Runs of teasers at the end of a text that no heading announces: told by what comes again in each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from dechrome import blocks
from dechrome.lazy import of_line
from dechrome.types import Document, Line, Marks

# One letter for each line: a Kicker that is repeated or another Label, a Date or author, a link for More, a Title,
# a standfirst that trails off (E) or not (S), running text that is too long for one (P). The rest is passed over,
# and labels as well but for the first.
_KICKED = re.compile("(?:[KL]+TT?[DM]*(?:[SE][DM]*)?){3,}[KLDM]*$")
_ITEMS = (
    "(?:TT?D+M*(?:[SE][DM]*)?){3,}$",
    "(?:D+M*TT?M*(?:[SE]M*)?){3,}D*$",
    "(?:TT?[DM]*E[DM]*){2,}$",
    "(?:TT?D*(?:[SE]D*)?M+){3,}$",
)
_RUNS = tuple(re.compile(item) for item in _ITEMS)
_KICKER_WORDS = 3
_REPEATED = 3
_NAME_WIDTH = 60
_STANDFIRST_WIDTH = 500
_TRAILING_WORDS = 5
# Titles of other stories are headlines, not names of places and groups, nor entries of a table.
_TITLE_WIDTH = 28
_KICKED_TITLE_WIDTH = 38
_ABOVE = 2
_MOST_LINES = 200
_BY = re.compile(
    r"(?:by|von|par|por|di|av|af|od|door|tekst|text|autor|foto|автор|γραφει|oleh|作者|文|記者|기자)[: ]\W*\w"
)
# A standfirst that was cut off, with the link to the rest behind it.
_CUT_OFF = re.compile(r"(?:\.\.\.|\u2026|\[\+\])\W*(?:\w+\W+){0,2}\w*\W*$")
_CUTS = ("...", "\u2026", "[+]")
_LINK_WIDTH = 80  # with all arrows behind it
_READ_ON = re.compile(
    r"\W(?:read more|continue reading|weiterlesen|mehr lesen|"
    r"lire la suite|leer más|leia mais|leggi tutto|czytaj (?:dalej|więcej)|читать далее|читати далі|lees verder|"
    r"läs mer|les mer|læs mere|lue lisää|číst dále|devamını oku|selengkapnya|xem thêm|続きを読む|阅读全文|閱讀全文|"
    r"詳全文|더보기)\W*$"
)


def teasers(document: Document, seen: Marks, begun: int) -> list[int]:
    """The lines of a run of teasers that ends the text; `begun` is where the article's own text begins."""
    lines = document.lines
    filled = [i for i in range(begun + 1, len(lines)) if lines[i].text][-_MOST_LINES:]
    short = Counter(lines[i].key for i in filled if not lines[i].ends_sentence and lines[i].words <= _KICKER_WORDS)
    repeated = frozenset(key for key, count in short.items() if key and count >= _REPEATED)
    kinds = _last_kinds(document, seen, filled, repeated)
    runs = [_run(_KICKED, [pair for pair in kinds if pair[1]], lines)] if repeated else []
    rest = [pair for pair in kinds if pair[1] not in ("", "L")]
    runs += [_run(pattern, rest, lines) for pattern in _RUNS]
    for first in sorted(start for start in runs if start is not None):
        above = (i for i in filled if i < first and _kind(document, seen, i, repeated) in ("S", "P"))
        if len(list(islice(above, _ABOVE))) == _ABOVE:
            return [i for i in filled if i >= first]
    return []


def _last_kinds(
    document: Document, seen: Marks, filled: Sequence[int], repeated: frozenset[str]
) -> list[tuple[int, str]]:
    """The last lines that could be a run, each with its kind: no two standfirsts without a title between them."""
    kinds: list[tuple[int, str]] = []
    titled = True
    for i in reversed(filled):
        kind = _kind(document, seen, i, repeated)
        if kind == "P" or (kind in ("S", "E") and not titled):
            break
        titled = kind == "T" or (titled and kind not in ("S", "E"))
        kinds.append((i, kind))
    return kinds[::-1]


def _run(pattern: re.Pattern[str], kinds: Sequence[tuple[int, str]], lines: Sequence[Line]) -> int | None:
    """Where a run begins that ends the text."""
    found = pattern.search("".join(kind for _, kind in kinds))
    if not found:
        return None
    titles = [lines[i].width for i, kind in kinds[found.start() :] if kind == "T"]
    least = _TITLE_WIDTH
    if pattern is _KICKED:
        # Lists of places, products and the like repeat labels too.
        standfirsts = found[0].count("S") + found[0].count("E")
        if found[0].count("K") < _REPEATED or 2 * standfirsts < len(titles):
            return None
        least = _KICKED_TITLE_WIDTH
    return kinds[found.start()][0] if sum(titles) >= least * len(titles) else None


def _kind(document: Document, seen: Marks, position: int, repeated: frozenset[str]) -> str:
    line = document.lines[position]
    if line.key in repeated:
        return "K"
    if line.is_date or blocks.believed(seen, position, "byline") or _names_author(line):
        return "D"
    if blocks.believed(seen, position, "also_read"):
        return "M"
    if blocks.believed(seen, position):
        return "L" if line.words <= _KICKER_WORDS else ""
    if line.words >= _TRAILING_WORDS and (line.trails_off or _is_cut_off(line)):
        return "E"
    if line.is_sentence:
        return "P" if line.width > _STANDFIRST_WIDTH else "S"
    return "T" if line.words > _KICKER_WORDS else "L"


@of_line
def _is_cut_off(line: Line) -> bool:
    text = line.folded
    cut = any(mark in text for mark in _CUTS) and _CUT_OFF.search(text)
    return bool(cut or _READ_ON.search(text, max(0, len(text) - _LINK_WIDTH)))


@of_line
def _names_author(line: Line) -> bool:
    return line.width <= _NAME_WIDTH and not line.ends_sentence and bool(_BY.match(line.key))
