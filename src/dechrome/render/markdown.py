"""Blocks as Markdown (CommonMark, with the tables and the strikethrough of GitHub)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from dechrome.render.inline import Piece
from dechrome.render.pieces import Part

_SIGNS = {"strong": "**", "em": "*", "del": "~~"}
_SPECIAL = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|~(?=~)")
_OPENING = re.compile(r"(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+\s*$|-+\s*$|~~~)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def write(parts: Sequence[Part]) -> str:
    """The blocks as Markdown, with a blank line between them."""
    written = ""
    before: Part | None = None
    for (kind, _, quoted), found in groupby(parts, key=_run):
        run = list(found)
        if kind == "code":
            blocks = [(run[0], _code(run))]
        elif kind == "row" and len(run) > 1:
            blocks = [(run[0], _table(run))]
        else:
            blocks = [(part, _block(part)) for part in run]
        for part, text in blocks:
            written += _between(before, part) + (_quoted(text) if quoted else text)
            before = part
    return written


def _run(part: Part) -> tuple[str, int, bool]:
    together = part.kind in ("row", "code")
    return part.kind if together else "", part.group if together else -1, part.quoted


def _between(before: Part | None, part: Part) -> str:
    """What parts two blocks: a blank line, inside a quotation too; less in a list, and at a line break."""
    if before is None:
        return ""
    if before.quoted != part.quoted:
        return "\n\n"
    if part.kind == before.kind == "item" and part.begins:
        return "\n" if bool(part.number) == bool(before.number) or part.level != before.level else "\n\n"
    if part.breaks and part.kind == before.kind and part.kind in ("", "quote", "item"):
        return "  \n"
    return "\n>\n" if part.quoted else "\n\n"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _block(part: Part) -> str:
    if part.kind == "picture":
        return f"![{_escaped(part.pieces[0].text)}]({_target(part.address)})"
    text = _inline(part.pieces)
    if part.kind == "heading":
        return f"{'#' * part.level} {text}"
    if part.kind == "item":
        indent = "    " * (part.level - 1)
        lead = f"{part.number} " if part.number else "- "
        return f"{indent}{lead if part.begins else ' ' * len(lead)}{_guarded(text)}"
    return _guarded(text)


def _guarded(text: str) -> str:
    """The text, so that its beginning is not taken for a heading, a quotation, or an item."""
    if _OPENING.match(text) and not text.startswith("**"):
        return f"\\{text}"
    return _NUMBER.sub(r"\1\\\2", text, count=1) if _NUMBER.match(text) else text


def _code(run: Sequence[Part]) -> str:
    lines = []
    for k, part in enumerate(run):
        lines += [""] * (part.blank if k else 0)
        lines.append(part.raw)
    longest = max((len(found) for line in lines for found in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([fence, *lines, fence])


def _table(run: Sequence[Part]) -> str:
    rows = [[cell.replace("|", "\\|") for cell in _inline(part.pieces).split(" | ")] for part in run]
    columns = max(map(len, rows))
    rows = [row + [""] * (columns - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * columns}", *lines[1:]])


def _inline(pieces: Iterable[Piece]) -> str:
    written: list[str] = []
    addresses: list[str] = []
    code = False
    for piece in pieces:
        kind = piece.opens or piece.shuts
        if kind == "code":
            code = bool(piece.opens)
            written.append("`")
        elif kind == "a":
            if piece.opens:
                addresses.append(piece.address)
                written.append("[")
            else:
                written.append(f"]({_target(addresses.pop())})")
        elif kind in _SIGNS:
            written.append(_SIGNS[kind])
        elif kind:
            written.append(f"<{'/' if piece.shuts else ''}{kind}>")
        else:
            written.append(piece.text.replace("`", "'") if code else _escaped(piece.text))
    return "".join(written)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda sign: f"\\{sign[0]}", text)


def _target(address: str) -> str:
    return address.replace("(", "%28").replace(")", "%29")
