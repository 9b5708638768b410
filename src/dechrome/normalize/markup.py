"""What markup leaves behind in text: character references and stray tags."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache

from dechrome.normalize.sign import Sign

# `&amp;` in front of a reference is one escape too many, however often it was done.
_ENTITY = re.compile(
    r"&(?:(?:amp|AMP|#0*38|#[xX]0*26);)*(?:#(\d{1,7}|[xX][0-9a-fA-F]{1,6})(;?)|([A-Za-z][A-Za-z0-9]{1,31});)"
)
ENTITIES = (Sign("&", r"#|\w{2,32};"),)
_LETTERS_END = "\u0530"


@cache
def _named() -> Mapping[str, str]:
    """Names that stand for a letter, a mark or a space; those of formulas ("&in;", "&pm;") are too much like words."""
    from html.entities import html5, name2codepoint

    known = {}
    for key, value in html5.items():
        name = key[:-1]
        letter = value < _LETTERS_END and (value.isascii() or value.isalpha())
        if key.endswith(";") and (name in name2codepoint or letter or "\u2002" <= value <= "\u2060"):
            known[name] = value
    return known


def entities(text: str) -> str:
    """Decode left-over references: `Q&amp;amp;A`, `&nbsp;`, `&#8217;`, `&#x2014;`.

    A name needs its semicolon, and a number too unless it can be nothing else (`&#8217s`).
    """
    return _ENTITY.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    number, closed, name = match.groups()
    if name:
        value = _named().get(name) or (_named().get(name.lower(), "").upper() if name.isupper() else "")
        return value or f"&{name};"
    if closed or (number.isdigit() and 3 <= len(number) <= 5 and int(number) >= 160):
        import html

        return html.unescape(f"&#{number};")
    return f"&#{number}"


TAGS = (Sign("<", r"/?[A-Za-z][A-Za-z0-9]*[\s/>]|!--"),)
_TAG = re.compile(r"<(/?)([A-Za-z][\w.:-]*)([^<>]*)>")
_ATTRIBUTES = re.compile(r"(?:\s+[a-z][a-z:-]*(?:\s*=\s*(?:\"[^\"{]*\"|'[^'{]*'|[^\s\"'{=]+))?)+\s*/?")
_EDITOR = re.compile(r"<!--\s*(?:/?wp:[^<>]*|more|nextpage|StartFragment|EndFragment)\s*-->")
# Where tags are what a line is about, they are words of it: "the <p> tag", a quoted "<br>".
_QUOTED = re.compile(r"[`\"'\u2018\u201c\u201e\u00ab]</?[A-Za-z][^<>]{0,80}>[`\"'\u2019\u201d\u201c\u00bb]")
_SPOKEN_OF = re.compile(r">[\s-]{0,2}(?:tag|element|attribut|balise|etiqueta|elemento|тег)", re.IGNORECASE)
_PARTING = frozenset("blockquote br div figcaption figure h1 h2 h3 h4 h5 h6 hr iframe img li ol p ul".split())
_INLINE = frozenset("a abbr b center cite em font i nobr s small span strike strong sub sup u wbr".split())
# Alone and without an attribute a name, a type ("List<B>") or a word about markup ("we used <iframe> for it").
_NAMES = frozenset("a abbr b cite figure font i iframe img s small strike sub sup u".split())
# A line of nothing but other tags is one of a listing.
_EMPTY = frozenset("br em hr p strong".split())


def tags(text: str) -> str:
    """Take out stray HTML tags: `<br />`, `</p>`, `<a href="/">`, and the comments of editors.

    Only the tags that writers and their editors use in running text. Comparisons, generics, placeholders
    and addresses stay, and so does all of a line that is code or is about markup: one with any other
    tag, with code in an attribute, with nothing but tags, or with a tag in quotes.
    """
    text = _EDITOR.sub(" ", text)
    found = list(_TAG.finditer(text))
    if not found or _QUOTED.search(text) or _SPOKEN_OF.search(text):
        return text
    names = {match[2].lower() for match in found}
    if not names <= _PARTING | _INLINE or (not names <= _EMPTY and not _TAG.sub("", text).strip()):
        return text
    closed = {match[2].lower() for match in found if match[1]}
    return _TAG.sub(_instead, text) if all(_goes(match, closed) for match in found) else text


def _goes(match: re.Match[str], closed: Set[str]) -> bool:
    name, inside = match[2].lower(), match[3]
    if inside.strip() in ("", "/"):
        return bool(match[1] or inside or name not in _NAMES or name in closed)
    return not match[1] and "=" in inside and _ATTRIBUTES.fullmatch(inside) is not None


def _instead(match: re.Match[str]) -> str:
    return " " if match[2].lower() in _PARTING else ""
