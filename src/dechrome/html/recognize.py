"""Telling HTML from text, cheaply; a text about HTML, or one with stray tags in it, is text."""

from __future__ import annotations

import re

# What a whole page begins with. A server's warning or a comment may stand in front of it.
_PAGE = re.compile(
    r"(?:\ufeff|\s)*(?:<!--.*?-->\s*)*<(?:!doctype\s*html|html[\s>]|head[\s>]|body[\s>]|\?xml[\s?])",
    re.IGNORECASE | re.DOTALL,
)
_LATE = re.compile(r"<!doctype\s*html|<html[\s>]", re.IGNORECASE)
_LATEST = 1000
_PAGE_END = re.compile(r"</(?:html|body)\s*>(?:\s|<!--.*?-->)*\Z", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s[^<>]*)?)(/?)>")
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_BLOCKS = frozenset(
    "address amp-story article aside blockquote body center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup li link main meta nav noscript ol p pre script section style table tbody td "
    "tfoot th thead title tr ul".split()
)
_INLINE = frozenset(
    "a abbr b big button cite code del em font i iframe img input ins kbd label mark nobr option picture q s samp "
    "select small source span strike strong sub sup svg path time tt u var video wbr br hr amp-img".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr amp-img path".split())
# Their end may be left out.
_OPTIONAL = frozenset("p li td th tr dt dd option tbody thead tfoot body".split())
# So much of a fragment's text may stand outside all of its elements.
_MOST_OUTSIDE = 0.1
# Among so many tags some may be none of HTML, as where a corpus wraps each page in an element of its own.
_MANY, _ODD = 20, 0.05
# What is longer than this is judged by its beginning.
_SAMPLE = 200_000


def is_html(text: str) -> bool:
    r"""Whether a text is a page, or a fragment of one: elements from its beginning to its end, and little between them.

    >>> is_html('<div class="body"><p>The bridge is open.</p></div>')
    True
    >>> is_html("<p>The bridge is open.\nThe harbor is closed.")
    False
    """
    start = text[:_SAMPLE]
    if "<" not in start:
        return False
    if _PAGE.match(start):
        return True
    late = _LATE.search(start, 0, _LATEST)
    if late and _PAGE_END.search(text, max(0, len(text) - 5000)) and "\n\n" not in start[: late.start()].strip():
        return True
    return start.lstrip("\ufeff \t\r\n\f").startswith("<") and _is_fragment(start, cut=len(text) > _SAMPLE)


def _is_fragment(text: str, *, cut: bool) -> bool:
    text = _COMMENT.sub("", text).strip("\ufeff \t\r\n\f")
    first = _TAG.match(text)
    if first is None or first[1]:
        return False
    is_plain = first[2].lower() in _BLOCKS | {"span", "a", "amp-img", "img"}
    tags = odd = opened = closed = depth = outside = at = 0
    for tags, tag in enumerate(_TAG.finditer(text), 1):  # noqa: B007 - counted
        name = tag[2].lower()
        if depth == 0:
            outside += len(text[at : tag.start()].strip())
        at = tag.end()
        if name in _VOID or tag[4]:
            continue
        if name not in _BLOCKS | _INLINE and "-" not in name:
            odd += 1
        elif tag[1]:
            closed, depth = closed + 1, max(0, depth - 1)
        else:
            opened, depth = opened + (name not in _OPTIONAL), depth + 1
    outside += len(text[at:].strip()) if not cut else 0
    if (odd or not is_plain) and (tags < _MANY or odd > _ODD * tags):
        return False
    return bool(closed) and 2 * closed >= opened and outside <= _MOST_OUTSIDE * len(text)
