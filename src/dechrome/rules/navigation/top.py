"""What stands above a headline beside lines that are known: bulleted menus, menus in capitals, kickers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dechrome import blocks
from dechrome.lazy import of_line
from dechrome.sections import is_section, section_share
from dechrome.types import Document, Line, Marks

_RULE = "navigation"
_BULLET = re.compile(r"[*\u2022\u00b7\u25aa+-]\s+\S")
_LINK = re.compile(r"https?://\S*?/([^/\s?#]+)/?(?:[?#]\S*)?$")
_NO_WORD = re.compile(r"[\W_]+")
_LABEL_WORDS = 5
_LABEL_WIDTH = 34
_PIECES = re.compile(r"\s*[|\u00b7\u2022\u4e28\uff5c]\s*|\s+[-/]\s+|(?<=[\u4e00-\u9fff])-")
_MENU_PIECES = 4
_MENU_SHARE = 0.6
_BAR_WIDTH = 60
_MENU_WORD = 0.25
_TITLE_WORDS = 4
_ROW_WORDS = 8
_KICKER_WORDS = 2
_KICKER_WIDTH = 26


def bulleted(document: Document, seen: Marks, title: int) -> list[int]:
    """The items of a bulleted menu that opens a text: the short ones, and all where half of them are known.

    A last step that may be the headline stays: it may be the only copy that does.
    """
    lines = document.lines
    if lines[title].words < _TITLE_WORDS or _BULLET.match(lines[title].text):
        return []
    run: list[int] = []
    for i in range(title):
        line = lines[i]
        if line.text and _BULLET.match(line.text):
            if blocks.is_sentence(document, i) and not blocks.believed(seen, i):
                return []
            run.append(i)
        elif line.text and seen.confidence(i) < _MENU_WORD:
            break
    known = sum(blocks.believed(seen, i) or is_section(lines[i].text) for i in run)
    sure = 2 * known >= len(run)
    if run and lines[run[-1]].words >= _TITLE_WORDS:
        run.pop()
    above = range(run[0]) if run and sure else range(0)
    heading = [i for i in above if seen.confidence(i, _RULE) >= _MENU_WORD and lines[i].is_label]
    return heading + [i for i in run if sure or lines[i].words <= _LABEL_WORDS]


def capitals(document: Document, seen: Marks, title: int) -> Iterator[int]:
    """Long lines in capitals above other lines of a menu, where the headline is not in capitals itself."""
    rows = [i for i in range(title) if _is_row(document.lines[i])]
    known = (i for i in range(title) if blocks.believed(seen, i, _RULE) or is_menu(document.lines[i]))
    menu = max(known, default=-1) if rows else -1
    if not document.lines[title].text.isupper():
        yield from (i for i in rows if i < menu)


def _is_row(line: Line) -> bool:
    letters = sum(map(str.isalpha, line.text))
    return line.words >= _ROW_WORDS and 10 * sum(map(str.isupper, line.text)) >= 9 * letters > 0


def kicker(document: Document, seen: Marks, title: int) -> int | None:
    """A label of a word or two between a menu and the headline."""
    at = blocks.before(document, title)
    above = None if at is None else blocks.before(document, at)
    if at is None or above is None or not blocks.believed(seen, above, _RULE):
        return None
    line = document.lines[at]
    short = 0 < line.words <= _KICKER_WORDS and line.width <= _KICKER_WIDTH and line.is_label
    return at if short and document.lines[title].words > _TITLE_WORDS else None


def linked(document: Document) -> Iterator[int]:
    """Short labels with their own address below them, which ends in the label's words."""
    for i, line in enumerate(document.lines):
        if not line.text.startswith("http") or " " in line.text:
            continue
        found, at = _LINK.match(line.folded), blocks.before(document, i)
        if found and at is not None and document.lines[at].is_label:
            name, slug = (_NO_WORD.sub("", text) for text in (document.lines[at].folded, found[1]))
            if name and name == slug:
                yield at


@of_line
def is_menu(line: Line) -> bool:
    """Whether a line is many short labels between bars or dashes, or a string of names of sections."""
    if line.ends_sentence or line.text.startswith("|"):
        return False
    pieces = [p for p in _PIECES.split(line.text) if p]
    if len(pieces) >= _MENU_PIECES and all(len(p) <= _LABEL_WIDTH for p in pieces):
        if ":" in line.text or 4 * sum(any(c.isdigit() for c in p) for p in pieces) > len(pieces):
            return False
        return "|" in line.text or sum(is_section(p) for p in pieces) * 2 >= len(pieces)
    if is_section(line.text, most=40):
        return True
    return "," not in line.text and section_share(line.text) >= _MENU_SHARE


def is_kicker(line: Line) -> bool:
    """Whether a line is the name of a section and one or two more labels behind a bar."""
    if "|" not in line.text or line.text.startswith("|") or line.width > _BAR_WIDTH or line.ends_sentence:
        return False
    first, *rest = (p.strip() for p in line.text.split("|"))
    return len(rest) <= 2 and is_section(first) and all(p and len(p.split()) <= 2 and p.isupper() for p in rest)
