"""Blocks as a fragment of HTML: only what is written here, so nothing of the page's own markup comes through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from dechrome.render.inline import Piece
from dechrome.render.pieces import Part


def write(parts: Sequence[Part]) -> str:
    """The blocks as HTML, a line each."""
    lines: list[str] = []
    for (kind, _, quoted), found in groupby(parts, key=_run):
        run = list(found)
        if kind == "code":
            written = [_code(run)]
        elif kind == "row":
            written = ["<table>", *(_row(part) for part in run), "</table>"]
        elif kind == "item":
            written = list(_list(run))
        else:
            written = list(_blocks(run))
        lines += ["<blockquote>", *written, "</blockquote>"] if quoted else written
    return "\n".join(lines)


def _run(part: Part) -> tuple[str, int, bool]:
    kind = part.kind if part.kind in ("row", "code", "item") else ""
    return kind, part.group if kind in ("row", "code") else -1, part.quoted


def _blocks(run: Iterable[Part]) -> Iterator[str]:
    paragraph: list[str] = []
    for part in run:
        if paragraph and not (part.breaks and part.kind in ("", "quote")):
            yield f"<p>{'<br>'.join(paragraph)}</p>"
            paragraph = []
        if part.kind == "picture":
            yield f'<img src="{escape(part.address)}" alt="{escape(part.pieces[0].text)}">'
        elif part.kind == "heading":
            yield f"<h{part.level}>{_inline(part.pieces)}</h{part.level}>"
        else:
            paragraph.append(_inline(part.pieces))
    if paragraph:
        yield f"<p>{'<br>'.join(paragraph)}</p>"


def _list(run: Iterable[Part]) -> Iterator[str]:
    """Lists, one in another as deep as the items are."""
    open_: list[tuple[int, str]] = []  # the level and the tag of each list that is open, each with an item
    for part in run:
        tag = "ol" if part.number else "ul"
        if not part.begins and open_:
            yield f"<p>{_inline(part.pieces)}</p>"
            continue
        while open_ and (open_[-1][0] > part.level or open_[-1] == (part.level, "ol" if tag == "ul" else "ul")):
            yield f"</li></{open_.pop()[1]}>"
        if open_ and open_[-1][0] == part.level:
            yield "</li>"
        else:
            start = part.number.rstrip(".")
            yield f'<ol start="{start}">' if start not in ("", "1") else f"<{tag}>"
            open_.append((part.level, tag))
        yield f"<li>{_inline(part.pieces)}"
    for _, tag in reversed(open_):
        yield f"</li></{tag}>"


def _row(part: Part) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in _inline(part.pieces).split(' | '))}</tr>"


def _code(run: Sequence[Part]) -> str:
    lines = []
    for k, part in enumerate(run):
        lines += [""] * (part.blank if k else 0)
        lines.append(part.raw)
    return f"<pre><code>{escape(chr(10).join(lines))}</code></pre>"


def _inline(pieces: Iterable[Piece]) -> str:
    written = []
    for piece in pieces:
        if piece.opens == "a":
            written.append(f'<a href="{escape(piece.address)}">')
        elif piece.opens or piece.shuts:
            written.append(f"<{'/' if piece.shuts else ''}{piece.opens or piece.shuts}>")
        else:
            written.append(escape(piece.text, quote=False))
    return "".join(written)
