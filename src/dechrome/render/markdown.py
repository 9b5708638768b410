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
    blocks: list[str] = []
    before: Part | None = None
    for (kind, group, quoted), found in groupby(parts, key=_run):
        run = list(found)
        if kind == "code":
            lines = _code(run)
        elif kind == "row" and len(run) > 1:
            lines = _table(run)
        else:
            for part in run:
                tight = before is not None and _tight(before, part)
                text = _quoted(_block(part), quoted=quoted)
                blocks.append(f"  \n{text}" if tight and part.breaks and not part.begins else f"\n{text}" if tight else text)
                before = part
            continue
        del group
        blocks.append("\n".join(_quoted(line, quoted=quoted) for line in lines))
        before = run[-1]
    return "".join(text if text.startswith(("\n", "  \n")) or not k else f"\n\n{text}" for k, text in enumerate(blocks))


def _run(part: Part) -> tuple[str, int, bool]:
    together = part.kind in ("row", "code")
    return part.kind if together else "", part.group if together else -1, part.quoted


def _tight(before: Part, part: Part) -> bool:
    """Whether no blank line goes between: items of a list, lines that only a break parts."""
    if part.kind == "item" and part.begins:
        return before.kind == "item" and before.quoted == part.quoted
    return part.breaks and part.kind == before.kind and part.kind in ("", "quote", "item") and part.quoted == before.quoted


def _quoted(text: str, *, quoted: bool) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if quoted else text


def _block(part: Part) -> str:
    if part.kind == "picture":
        return f"![{_escaped(part.pieces[0].text)}]({_target(part.address)})"
    text = _inline(part.pieces)
    if part.kind == "heading":
        return f"{'#' * part.level} {text}"
    if part.kind == "item":
        indent = "   " * (part.level - 1)
        lead = f"{part.number} " if part.number else "- "
        return f"{indent}{lead if part.begins else ' ' * len(lead)}{_guarded(text)}"
    return _guarded(text)


def _guarded(text: str) -> str:
    """The text, so that its beginning is not taken for a heading, a quotation, or an item."""
    if _OPENING.match(text) and not text.startswith("**"):
        return f"\\{text}"
    return _NUMBER.sub(r"\1\\\2", text, count=1) if _NUMBER.match(text) else text


def _code(run: Sequence[Part]) -> list[str]:
    lines = []
    for k, part in enumerate(run):
        lines += [""] * (part.blank if k else 0)
        lines.append(part.raw)
    longest = max((len(found) for line in lines for found in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence, *lines, fence]


def _table(run: Sequence[Part]) -> list[str]:
    rows = [_inline(part.pieces).split(" | ") for part in run]
    columns = max(map(len, rows))
    rows = [row + [""] * (columns - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return [lines[0], f"|{' --- |' * columns}", *lines[1:]]


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
