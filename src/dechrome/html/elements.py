"""What an element's tag and attributes say of the text in it and in all below it: one number of flags."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Each role's flag; what is inside an element has the flags of all around it.
ROLES: Mapping[str, int] = {
    name: 1 << bit
    for bit, name in enumerate(
        "nav aside footer header figure figcaption form button article main dialog table caption address "
        "details".split()
    )
}
_FREE = len(ROLES)
HIDDEN, PRE, QUOTE, ITEM, LINK = (1 << (_FREE + bit) for bit in range(5))
_DEPTH = _FREE + 5
HEADING_SHIFT, LIST_SHIFT = _DEPTH, _DEPTH + 3
_HEADING, _LIST = 0b111 << HEADING_SHIFT, 0b111 << LIST_SHIFT
DEEPEST = 7

_OF_TAG = {
    **{name: ROLES[name] for name in ROLES},
    "pre": PRE, "listing": PRE, "xmp": PRE, "plaintext": PRE, "blockquote": QUOTE, "li": ITEM, "a": LINK,
    "amp-sidebar": ROLES["nav"], "menu": ROLES["nav"], "amp-consent": ROLES["dialog"], "option": ROLES["form"],
    "fieldset": ROLES["form"], "summary": ROLES["details"],
    **dict.fromkeys("noscript audio video canvas object amp-ad amp-video amp-iframe".split(), HIDDEN),
    **{f"h{level}": level << HEADING_SHIFT for level in range(1, 7)},
}  # fmt: skip
_OF_ROLE = {
    "navigation": "nav", "menu": "nav", "menubar": "nav", "tablist": "nav", "complementary": "aside",
    "contentinfo": "footer", "banner": "header", "main": "main", "article": "article", "search": "form",
    "searchbox": "form", "form": "form", "dialog": "dialog", "alertdialog": "dialog", "button": "button",
}  # fmt: skip
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
TELLING = frozenset({"style", "role", "hidden", "aria-hidden"})


def inherited(tag: str, attributes: Mapping[str, str], around: int) -> int:
    """The flags of an element in one with the flags `around`."""
    own = _OF_TAG.get(tag, 0)
    if own & _HEADING:
        around &= ~_HEADING
    elif tag in _LISTS and (around & _LIST) >> LIST_SHIFT < DEEPEST:
        around += 1 << LIST_SHIFT
    if attributes and not TELLING.isdisjoint(attributes):
        own |= _stated(attributes)
    return around | own


def _stated(attributes: Mapping[str, str]) -> int:
    flags = 0
    for name in TELLING.intersection(attributes):
        value = attributes[name]
        if name == "role":
            flags |= ROLES.get(_OF_ROLE.get(value.strip().lower(), ""), 0)
        elif name == "style":
            flags |= HIDDEN if _UNSEEN.search(value) else 0
        elif name == "hidden":
            flags |= HIDDEN if value.lower() != "until-found" else 0
        elif value.lower() == "true":
            flags |= HIDDEN
    return flags


def heading(flags: int) -> int:
    """The level of the heading that an element is in; 0 where it is in none."""
    return (flags & _HEADING) >> HEADING_SHIFT


def list_depth(flags: int) -> int:
    """How many lists an element is in, up to seven."""
    return (flags & _LIST) >> LIST_SHIFT


def roles(flags: int) -> frozenset[str]:
    """The names of the roles among the flags.

    >>> sorted(roles(inherited("nav", {}, inherited("header", {}, 0))))
    ['header', 'nav']
    """
    return frozenset(name for name, flag in ROLES.items() if flags & flag)


# Elements that stand on lines of their own.
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol option p "
    "plaintext pre search section summary table tbody td tfoot th thead tr ul xmp amp-accordion amp-carousel "
    "amp-consent amp-sidebar amp-story-page video audio noscript item entry channel".split()
)
# Of these, the ones with space above and below, and the ones that hold running text.
SPACED = frozenset("blockquote dl figure h1 h2 h3 h4 h5 h6 hr listing menu ol p pre table ul xmp item entry".split())
PROSE = frozenset("p h1 h2 h3 h4 h5 h6 pre li blockquote dd figcaption td th".split())
# Nothing of their content is text of the page.
SKIPPED = frozenset("script style template svg iframe select datalist textarea title amp-script amp-state".split())
# What a web archive put into the page: its bar, and its address in print.
FOREIGN = frozenset({"wm-ipp-base", "wm-ipp-print"})
# Inline elements whose extent is remembered.
INLINE = frozenset("a b strong em i cite code kbd samp tt del s strike sub sup mark q".split())
