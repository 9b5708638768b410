"""Whether a text is Markdown. Plain text has stars, hashes and dashes of its own, so only sure signs count.

A link with its address, an image, a heading between blank lines: nobody writes these into plain text by accident, and
yet one of them may be quoted there. So two such signs are asked for, or one and weaker ones: a table, a fence, bold
words, which extractors of plain text make too. Lists, quotations, single stars and underscores say nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# More is not looked at, and this much of all signs together is enough.
_LOOKED_AT = 200_000
_ENOUGH = 2.0


@dataclass(frozen=True, slots=True)
class _Sign:
    """What one of a kind is worth, and from where on no more are counted; none is there without one of the literals."""

    literals: tuple[str, ...]
    worth: float
    most: float
    pattern: re.Pattern[str]
    sure: bool = True
    """Whether extractors of plain text do not make such signs too."""

    def weight(self, text: str) -> float:
        if not any(literal in text for literal in self.literals):
            return 0.0
        found = 0.0
        for _ in self.pattern.finditer(text):
            found += self.worth
            if found >= self.most:
                break
        return found


_INSIDE = r"[^\[\]\n]{0,300}(?:\n[^\[\]\n]{1,300}){0,3}"
_ADDRESS = r"(?:<|https?:|mailto:|[/#.?]|[\w%-]+[./#])[^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?"
_TITLE = r"\s?(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}')?"
_LINK = re.compile(rf"(?<![\\!])\[{_INSIDE}\]\({_ADDRESS}{_TITLE}\)")
_IMAGE = re.compile(rf"!\[{_INSIDE}\]\({_ADDRESS}{_TITLE}\)")
_FENCE = re.compile(r"\n(```|~~~)[\w+.-]*\r?\n(?:.*\n){0,400}?\1[ \t]*\r?$", re.MULTILINE)
_ROW = re.compile(r"^\|?[ \t]?:?-{3,}:?[ \t]?(?:\|[ \t]?:?-{3,}:?[ \t]?)+\|?[ \t]*\r?$", re.MULTILINE)
_BOLD = re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])")
_HEADING = re.compile(r"(?:\A|(?<=\n\n)|(?<=\n\r\n))# [^\s#][^\n]{0,300}\n\s*\n")
_SIGNS = (
    # [text](address "title"), the text perhaps on several lines; ![text](address)
    _Sign(("](",), 1.0, 2.0, _LINK),
    _Sign(("![",), 1.0, 2.0, _IMAGE),
    # A heading between blank lines, with hashes or a line of its own below it
    # (a line with one hash may be a comment in code that was not marked as such)
    _Sign(("# ",), 1.0, 1.0, _HEADING),
    _Sign(("## ",), 1.0, 2.0, re.compile(r"(?:\A|(?<=\n\n)|(?<=\n\r\n))#{2,6} [^\s#][^\n]{0,300}\n\s*\n")),
    _Sign(("\n====",), 1.0, 2.0, re.compile(r"(?<=[^\s=])[ \t]*\r?\n={4,}[ \t]*\r?\n\s*\n")),
    _Sign(("\n----",), 0.75, 1.5, re.compile(r"(?<=[^\s-])[ \t]*\r?\n-{4,}[ \t]*\r?\n\s*\n")),
    # [1]: https://...
    _Sign(("]: ",), 1.0, 2.0, re.compile(r"^ {0,3}\[[^\[\]\n]{1,100}\]: <?(?:https?:|/)\S", re.MULTILINE)),
    # A fence of code, opened and closed
    _Sign(("\n```", "\n~~~"), 1.5, 3.0, _FENCE, sure=False),
    # The row between a table's head and its rows
    _Sign(("--|", "-- |", ":|", ": |"), 1.5, 2.0, _ROW, sure=False),
    # **words**
    _Sign(("**",), 0.5, 1.5, _BOLD, sure=False),
)  # fmt: skip
_HTML = re.compile(r"\s*(?:<!DOCTYPE|<html|<\?xml)", re.IGNORECASE)


def looks_like(text: str) -> bool:
    r"""Whether a text is Markdown for sure.

    >>> looks_like("# Bridge\n\nThe [bridge](https://example.org/b) is **open**.\n\n![Bridge](b.jpg)")
    True
    >>> looks_like("* one\n* two\n\n1. three\n\n#hashtag _this_ and *that*\n> she wrote")
    False
    """
    text = text[:_LOOKED_AT]
    if _HTML.match(text):
        return False
    weights = {sign: weight for sign in _SIGNS if (weight := sign.weight(text))}
    return sum(weights.values()) >= _ENOUGH and any(sign.sure for sign in weights)
