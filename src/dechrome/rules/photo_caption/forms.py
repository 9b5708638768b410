"""Credits that no word announces: names in capitals, behind a stroke or in brackets."""

from __future__ import annotations

import re

from dechrome.rules.photo_caption.words import is_holder

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀŁŚŠŽŹŻČĆĐĞİŞΑ-ΩА-ЯЁІЇЄ]"
_NAME = rf"{_CAPITAL}[\w.'’-]+"
_CAPS = rf"{_CAPITAL}(?:{_CAPITAL}|[.'’-])+"
_ENDED = '(?<=[.!?…»”")])'
# From the strictest on; each ends a line.
_FORMS = (
    # "... on Sunday. LUCIE ARNAL / HANS LUCAS POUR « LE JOUR »", "... in court. JUAN M. SOTO (EFE)"
    re.compile(rf"{_ENDED} (?:{_CAPS} ){{2,3}}(?:/ ?{_CAPS}(?: [{{«»]?{_CAPS}| «| »){{0,7}}|\({_CAPS}\))$"),
    # "The pool at noon PAULO PIMENTEL/ARQUIVO"
    re.compile(rf"(?<=[a-zà-ÿ»”)]) (?:{_CAPS} ){{1,2}}{_CAPS}/{_CAPS}$"),
    # "... on Sunday. / ROBERTO LAGUNA", "... on Sunday. | OUEST-LITTORAL"
    re.compile(rf"{_ENDED} ?(?:/ ?{_CAPS} {_CAPS}|\| ?{_CAPS})(?: {_CAPS}){{0,3}}$"),
    # "... on Sunday. Javier Nicolás / AGM"
    re.compile(rf"{_ENDED} {_NAME}(?: {_NAME}){{1,2}} ?/ ?{_CAPITAL}{{2,6}}$"),
    # "(Supplied: Hill Farm)", "(ABC Outback: Mick Dawes)"
    re.compile(
        rf" \((?:Supplied|Facebook|Instagram|(?:ABC|SBS|AAP)(?: {_NAME}){{0,2}}): ?{_NAME}(?: [\w.'’-]+){{0,4}}\)$"
    ),
    # "（翻攝自林務署臉書）", "（JAXA提供）"
    re.compile(r"[（(](?:(?:翻攝|翻摄|翻拍|擷取|截取|取|截)自[^（）()。《]{2,30}|[^（）()。、]{2,20}提供)[）)]$"),
)
_LAST = 120


def form_of_credit(text: str) -> int | None:
    """The column where such a credit begins at the end of a line; None where there is none.

    >>> text = "The bridge after the storm. LUCIE ARNAL / HANS LUCAS"
    >>> text[form_of_credit(text):]
    ' LUCIE ARNAL / HANS LUCAS'
    >>> form_of_credit("He works for the BBC / ITV") is None
    True
    """
    for form in _FORMS:
        if found := form.search(text, max(0, len(text) - _LAST)):
            return found.start() if found.start() and is_holder(found[0].strip(" /|")) else None
    return None
