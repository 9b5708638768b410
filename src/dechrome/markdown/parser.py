"""The parser of markdown-it, set so that inline tokens know where they stand, and every text takes bounded time."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

AT = "at"
"""Where in a token's `meta` its place is: the offsets of its beginning and its end in the text that was parsed."""

LINK_END = "link_end"
"""The type of a token that is the end of a link which began in another paragraph."""

# Deeper lists and quotes are taken as they stand.
_DEEPEST = 40
# How many steps a text of brackets may cost for each of its characters, beside a few that all have.
_STEPS, _FREE_STEPS = 30, 2_000

_Rule = Callable[[StateInline, bool], bool]


class TooTangledError(Exception):
    """A text of so many brackets that no writer meant them for links."""


class PlacedInline(ParserInline):
    """Inline rules of CommonMark and struck-out text; tokens are placed, and never merged with what stands beside."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.disable("linkify")
        self.ruler.after("image", "loose_link", _loose_link)
        self.ruler.after("loose_link", LINK_END, _link_end)
        for name, rule in zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True):
            self.ruler.at(name, _placed(rule))
        self.ruler.push("literal", _placed(_literal))
        self.ruler2.disable("fragments_join", ignoreInvalid=True)

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - markdown-it's name
        """Skip a token while looking for a closing bracket. Raises TooTangledError where that was done too often."""
        left = state.env["steps"] = state.env["steps"] - 1
        if left < 0:
            raise TooTangledError
        super().skipToken(state)


# An address with spaces or a line break in it is none in CommonMark; converters write such ones.
_LOOSE = re.compile(
    r"\(\s*((?:https?:|www\.|mailto:|javascript:|[/.#?])[^()<>\"]*(?:\([^()<>\"]*\)[^()<>\"]*)*)(?:\"[^\"]*\"\s*)?\)"
)


def _loose_link(state: StateInline, silent: bool) -> bool:
    """A link or an image whose address has spaces in it."""
    start = state.pos
    image = state.src.startswith("![", start)
    if not image and state.src[start] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, start + image, disableNested=not image)
    address = _LOOSE.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if not address:
        return False
    if not silent and image:
        token = state.push("image", "img", 0)
        token.children = []
        state.md.inline.parse(state.src[start + 2 : end], state.md, state.env, token.children)
    elif not silent:
        most = state.posMax
        state.pos, state.posMax = start + 1, end
        state.push("link_open", "a", 1).attrs = {"href": "".join(address[1].split())}
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
        state.posMax = most
    state.pos = address.end()
    return True


def _link_end(state: StateInline, silent: bool) -> bool:
    """The end of a link that began in another paragraph, as that of a card does."""
    address = _LOOSE.match(state.src, state.pos + 1, state.posMax) if state.src[state.pos] == "]" else None
    if not address:
        return False
    if not silent:
        state.push(LINK_END, "a", 0).attrs = {"href": "".join(address[1].split())}
    state.pos = address.end()
    return True


def _literal(state: StateInline, silent: bool) -> bool:
    """What no other rule takes stands for itself."""
    if not silent:
        state.pending += state.src[state.pos]
    state.pos += 1
    return True


def _placed(rule: _Rule) -> _Rule:
    """`rule`, after which every token that it made has its place."""

    def run(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        start, first = state.pos, len(state.tokens)
        if not rule(state, False):
            return False
        if state.pending:
            state.pushPending()
        made = [token for token in state.tokens[first:] if AT not in token.meta]
        several = len(made) > 1 and all(token.type == "text" for token in made)
        for token in made:
            # Several texts are the signs of one row of them, as in `***`.
            end = start + len(token.content) if several else state.pos
            token.meta[AT] = (start, end)
            start = end if several else start
        return True

    return run


@cache
def parser() -> MarkdownIt:
    """The parser, made once: CommonMark with tables. Addresses are left as they are, whatever they begin with."""
    made: Any = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    made.inline = PlacedInline()
    made.validateLink = lambda _url: True
    made.normalizeLink = made.normalizeLinkText = lambda url: url
    parsed: MarkdownIt = made
    return parsed


def blocks(source: str, env: dict[str, Any]) -> list[Any]:
    """The block tokens of a text with line feeds for line ends; `env` gets the references that it defines."""
    tokens: list[Any] = []
    parser().block.parse(source, parser(), env, tokens)
    return tokens


def inline(text: str, env: dict[str, Any]) -> list[Any]:
    """The inline tokens of a paragraph, each in its place. Raises TooTangledError where that would take too long."""
    tokens: list[Any] = []
    env["steps"] = _STEPS * len(text) + _FREE_STEPS
    parser().inline.parse(text, parser(), env, tokens)
    return tokens
