"""What is left of a page as a sequence of blocks: paragraphs, headings, items, rows, code, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from dechrome.block import Page, Picture, Tree
from dechrome.html import elements
from dechrome.render.inline import Piece, inline, safe_address
from dechrome.types import Document, Line

_ASIDE = sum(elements.ROLES[role] for role in ("nav", "aside", "footer", "form", "button", "dialog")) | elements.HIDDEN


@dataclass(frozen=True, slots=True)
class Part:
    """One block. `kind` is that of `Block`, or `picture`, or empty for a paragraph."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    number: str = ""
    """The number of an item of an ordered list; empty for a bullet."""
    begins: bool = True
    """Whether an item begins here; False for another paragraph of one."""
    quoted: bool = False
    group: int = -1
    """The element that the rows of a table, or the lines of code, have in common."""
    breaks: bool = False
    """Whether only a line break parts it from the one before."""
    raw: str = ""
    """The line as it stands in the source."""
    address: str = ""
    blank: int = 0
    """How many blank lines of code stand in front."""


def pieces(document: Document, kept: Document, captions: Set[int]) -> list[Part]:
    """The blocks of what is left of a document, in order."""
    if document.page is None:
        return [Part("", (Piece(text=line.text),)) for line in kept.lines if line.text]
    page, base = document.page, document.page.facts.get("url", "")
    standing = [line for line in kept.lines if line.text and line.block]
    pictures = list(_pictures(document, standing, captions))
    parts: list[Part] = []
    before: Line | None = None
    for line in standing:
        while pictures and pictures[0].line <= line.number:
            parts += _picture(pictures.pop(0), base)
            before = None
        parts.append(_part(line, before, document.source, page.tree, base))
        before = line
    for picture in pictures:
        parts += _picture(picture, base)
    return parts


def _picture(picture: Picture, base: str) -> Iterator[Part]:
    address = safe_address(picture.address, base, picture=True)
    if address:
        yield Part("picture", (Piece(text=picture.description),), address=address)


def _part(line: Line, before: Line | None, source: str, tree: Tree, base: str) -> Part:
    block = line.block
    if block is None or not tree.tags:
        return Part("", (Piece(text=line.text),))
    holder = _holder(tree, block.element, elements.BLOCKS)
    group, breaks, blank = holder, False, 0
    if block.kind == "row":
        group = _holder(tree, block.element, frozenset({"table"}))
    elif block.kind == "code":
        group = _holder(tree, block.element, frozenset({"pre", "listing", "xmp", "plaintext"}))
    if before is not None and before.block is not None:
        near = line.number - before.number
        breaks = near == 1 and _holder(tree, before.block.element, elements.BLOCKS) == holder
        blank = near - 1 if block.kind == "code" else 0
    return Part(
        kind=block.kind,
        pieces=tuple(inline(line, source, base)),
        level=block.level,
        number="" if block.marker in ("", "- ") else block.marker.strip(),
        begins=bool(block.marker),
        quoted=bool(tree.flags[block.element] & elements.QUOTE),
        group=group,
        breaks=breaks,
        raw=line.text if line.gaps else source[line.start : line.end],
        blank=blank,
    )


def _holder(tree: Tree, element: int, tags: Set[str]) -> int:
    """The element, or the nearest around it, with one of these tags; -1 where there is none."""
    while element >= 0 and tree.tags[element] not in tags:
        element = tree.parents[element]
    return element


def _pictures(document: Document, standing: list[Line], captions: Set[int]) -> Iterator[Picture]:
    """The pictures of the article: between its lines, and in no box of which the text is gone."""
    page = document.page or Page()
    if not standing or not page.pictures:
        return
    kept = {line.number for line in standing}
    total, left = [0] * len(page.tree.parents), [0] * len(page.tree.parents)
    for line in document.lines:
        if line.block and line.number not in captions:
            total[line.block.element] += 1
            left[line.block.element] += line.number in kept
    for element in range(len(total) - 1, 0, -1):
        parent = page.tree.parents[element]
        total[parent] += total[element]
        left[parent] += left[element]
    seen = set()
    for picture in page.pictures:
        inside = standing[0].number < picture.line <= standing[-1].number + 1
        if not inside or page.tree.flags[picture.element] & _ASIDE or picture.address in seen:
            continue
        box = picture.element
        while box > 0 and not total[box]:
            box = page.tree.parents[box]
        if 2 * left[box] >= total[box]:
            seen.add(picture.address)
            yield picture
