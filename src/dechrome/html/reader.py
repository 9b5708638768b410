"""From a page, or a fragment of one, to a `Document` whose lines carry the facts of their blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from dechrome.block import Block, Page, Tree
from dechrome.errors import PageError
from dechrome.html import elements
from dechrome.html.flatten import Flattener
from dechrome.html.lines import Flat
from dechrome.html.names import Around
from dechrome.normalize import Normalizer
from dechrome.targets import LINKS, targets
from dechrome.types import Document, Line

# A page beyond this is a dump of something else; it would take minutes.
LARGEST = 50_000_000


def read_html(source: str, normalizer: Normalizer, *, judged: bool = True) -> Document:
    """The document of a page: `Document.source` is the page as text, one line a block, and all offsets are into it.

    With `judged`, trafilatura may be asked what it takes for the main text. Never fails on broken markup; raises
    PageError for a page of more than 50 million characters.
    """
    if len(source) > LARGEST:
        raise PageError(f"the page has {len(source):,} characters, and more than {LARGEST:,} are not read")
    return _document(_parsed(source), normalizer, source if judged else None)


def read_page(source: str) -> Document:
    """The document of a page as it is, without a normalizer's options and without trafilatura's judgement."""
    return read_html(source, Normalizer(), judged=False)


def _parsed(source: str) -> Flattener:
    from lxml import etree

    flattener = Flattener()
    parser = etree.HTMLParser(target=flattener, encoding="utf-8", huge_tree=True)
    # A lone surrogate is no character, and a null ends nothing.
    parser.feed(source.replace("\0", "\ufffd").encode("utf-8", "replace"))
    try:
        parser.close()
    except etree.XMLSyntaxError:  # nothing that is markup, as of an empty page
        flattener.close()
    return flattener


def _document(flat: Flattener, normalizer: Normalizer, source: str | None) -> Document:
    tree = flat.tree
    around = Around(tree, flat.properties, flat.lines)
    texts = normalizer.lines([line.text for line in flat.lines])
    lines: list[Line] = []
    numbers: list[int] = []
    at, number = 0, 0
    parts: list[str] = []
    asked: list[str] = []
    for one, text in zip(flat.lines, texts, strict=True):
        if parts and one.spaced:
            number += 1
            parts.append("")
            if lines and lines[-1].text:
                lines.append(Line("", number, at, at))
            at += 1
        number += 1
        numbers.append(number)
        parts.append(one.text)
        if text:
            lines.append(Line(text, number, at, at + len(one.text), _block(one, tree, around)))
            asked.append(one.text[len(one.marker) :])
        at += len(one.text) + 1
    if lines and lines[-1].blank:
        lines.pop()
    facts = flat.facts.stated()
    numbers.append(number + 1)
    pictures = tuple(picture._replace(line=numbers[picture.line]) for picture in flat.pictures)
    ask = None if source is None else partial(_judge, source, tuple(asked), flat.depth)
    page = Page(tree, pictures, facts, flat.facts.body, ask, tuple(lines))
    return Document("\n".join(parts), tuple(lines), facts.get("language"), facts, page)


def _judge(source: str, lines: Sequence[str], depth: int) -> list[float] | None:
    from dechrome.html.judge import judge

    return judge(source, lines, depth)


def _targets(line: Flat) -> frozenset[str]:
    """What its links lead to; the cells of a table may be links and are no row of links."""
    found = frozenset(targets([run.address for run in line.runs if run.tag == "a"])) if line.linked else frozenset()
    return found - {LINKS} if line.cells else found


def _block(line: Flat, tree: Tree, around: Around) -> Block:
    element = line.element
    flags = tree.flags[element] if tree.flags else 0
    said = around.of(element)
    kind, level = "", 0
    if line.cells:
        kind = "row"
    elif flags & elements.PRE:
        kind = "code"
    elif level := elements.heading(flags):
        kind = "heading"
    elif flags & elements.ITEM:
        kind, level = "item", elements.list_depth(flags)
    elif flags & elements.QUOTE:
        kind = "quote"
    visible = len(line.text) - len(line.marker)
    return Block(
        place=around.paths,
        tag=tree.tags[element] if tree.tags else "",
        tokens=said.tokens,
        link_share=round(line.linked / visible, 3) if visible > 0 else 0.0,
        roles=said.roles,
        properties=said.properties,
        hidden=said.hidden,
        targets=_targets(line),
        kind=kind,
        level=level,
        marker=line.marker,
        runs=line.runs,
        element=element,
    )


def plain(document: Document) -> Document:
    """The same lines without what markup said of them."""
    return replace(document, page=None, lines=tuple(replace(line, block=None) for line in document.lines))
