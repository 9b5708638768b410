"""Parts of a page's header that tell by their order: breadcrumbs in lines, a site's name."""

from __future__ import annotations

import re
from itertools import takewhile

from dechrome import blocks
from dechrome.rules.navigation.trail import HOMES
from dechrome.sections import is_section
from dechrome.types import Document, Marks

_RULE = "navigation"
_MENU = frozenset(
    ["menu", "menü", "menú", "меню", "μενου", "菜单", "選單", "メニュー", "메뉴", "meny", "valikko", "القايمة", "मेनू"]
)
_SKIP = re.compile(r"(?:skip|jump|zum|aller|saltar|ir|pular|vai|przejdź|перейти|ga|hoppa|hopp|spring|siirry|přejít)\b")
_NUMBERED = re.compile(r"([1-5])[.)] +\S")
# How many steps a breadcrumb in lines has behind its first, and how long they are.
_STEPS = 3
_STEP_WORDS = 2
_STEP_WIDTH = 26
_TITLE_WORDS = 4
# Where the header of a page ends at the latest.
_TOP = 24
_NAMES = 2


def leads_to_title(document: Document, i: int, lead: int) -> bool:
    """Whether a line is a breadcrumb that lost its arrows: from the home page to a title between it and the lead."""
    words = document.lines[i].key.split(" ")
    home = next((count for count in (1, 2) if " ".join(words[:count]) in HOMES), 0)
    rest = " ".join(words[home:])
    below = (line for line in document.lines[i + 1 : lead] if line.words >= _TITLE_WORDS)
    return home > 0 and any(rest.endswith(line.key) for line in below)


def vertical_path(document: Document, title: int) -> list[int]:
    """The steps of a breadcrumb, one a line, between the link to the home page and the headline."""
    filled = [i for i in range(max(0, title - _TOP), title) if document.lines[i].text]
    for place, i in enumerate(filled):
        if document.lines[i].key not in HOMES:
            continue
        steps = list(takewhile(lambda j: _is_step(document, j), filled[place + 1 :]))
        below = blocks.after(document, steps[-1]) if steps else None
        headed = below is not None and document.lines[below].words >= _TITLE_WORDS and document.lines[below].is_title
        return steps if headed and len(steps) <= _STEPS else []
    return []


def _is_step(document: Document, position: int) -> bool:
    line = document.lines[position]
    return line.width <= _STEP_WIDTH and len(line.text.split()) <= _STEP_WORDS and line.is_label


def numbered_path(document: Document, first: int) -> list[int]:
    """The steps of a numbered breadcrumb that begins with the name of a section."""
    text = document.lines[first].text
    if not text.startswith("1") or not _NUMBERED.match(text) or not is_section(text):
        return []
    steps = [first]
    for i in range(first + 1, min(first + 1 + _STEPS, len(document.lines))):
        number = _NUMBERED.match(document.lines[i].text)
        if number is None or int(number[1]) != len(steps) + 1 or not document.lines[i].is_label:
            break
        steps.append(i)
    return steps if len(steps) > 1 else []


def site_name(document: Document, seen: Marks, title: int) -> list[int]:
    """What stands between a skip link and the word for a menu on top of a page: the site's name and motto."""
    top = [i for i in range(min(title, _TOP)) if document.lines[i].text]
    for place, skip in enumerate(top):
        if not _SKIP.match(document.lines[skip].key) or not blocks.believed(seen, skip, _RULE):
            continue
        below = top[place + 1 : place + 2 + _NAMES]
        menu = next((k for k, i in enumerate(below) if document.lines[i].key in _MENU), 0)
        if menu and not any(document.lines[i].is_prose for i in below[:menu]):
            return below[:menu]
    return []
