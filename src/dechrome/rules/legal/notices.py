"""Sentences that tell what a notice belongs to: a site, or the article."""

from __future__ import annotations

import re

from dechrome.fold import fold
from dechrome.reported import is_said

# What stands under an extract from a book, a poem or a song belongs to it.
_EXTRACT = (
    r"excerpt(?:ed)?\b",
    r"extract(?:ed)? from\b",
    r"from the book\b",
    r"adapted from (?:the )?(?:book|his|her|their)\b",
    r"(?:re)?printed (?:here )?(?:with|by) (?:kind )?permission (?:of|from)\b",
    r"used (?:with|by) permission\b",
    r"auszug aus\b",
    r"extrait d[eu]\b",
    r"extracto de\b",
    r"estratto da\b",
    r"fragment książki",
    r"отрывок из",
    r"utdrag ur\b",
)
# Sentences that stay unless a notice stands beside them.
_COMPANIONS = (
    r"(?:(?:affiliate|advertiser|editorial|full) )?(?:disclosure|disclaimer(?:\(s\))?|(?:please )?note|hinweis)\W*$",
    r"(?:learn|find out|read|see|click|view|visit|please (?:read|see|visit|review)|for (?:more|further)|to learn)\b"
    r".{0,120}(?:more|here|disclosures?|polic(?:y|ies)|terms|guidelines|disclaimer|information|statement|page|article|links)\W*$",
    r"mehr (?:infos?|informationen|dazu)\b.{0,60}$",
    r"(?:here|this) ?(?:['\u2019]s| is) how (?:it|this|that) works\W*$",
    r"en savoir plus\W*$",
    r"más información.{0,30}$",
    r"(?:terms|conditions|restrictions)(?: and conditions)? apply\b.{0,60}$",
    r"just so you know\b.{0,80}$",
    r"why (?:you can )?trust us\W*$",
    r"(?:thank you|thanks) for (?:supporting|your support)\b.{0,80}$",
    r".{0,120}\b(?:reader|learner|listener|audience|user)-supported\b.{0,60}$",
    r".{0,80}\bindependently (?:chosen|selected|reviewed|tested|evaluated|researched)\b.{0,80}$",
    r"(?:this|these|it) (?:do(?:es)?|will|doesn'?t|don'?t|won'?t|have|has)(?: not| no)? "
    r"(?:cost|influence|affect|impact|come)\b.{0,120}$",
    r".{0,40}\bat no (?:extra|additional) cost\b.{0,60}$",
    r"(?:we|i) only recommend\b.{0,120}$",
    r"(?:all )?opinions are\b.{0,60}$",
    r"for an explanation of our\b.{0,100}$",
    r".{0,60}(?:®|™).{0,100}trademark.{0,60}$",
    r"(?:inc|ltd|llc|co|gmbh|corp)\W*$",
)
_extract = re.compile(r"(?i)\b(?:" + "|".join(_EXTRACT) + ")")
_companion = re.compile(r"(?i)^\W*(?:" + "|".join(_COMPANIONS) + ")")
# What goes on behind a notice with a clause about it: ", they say, is a phrase of the past."
_CLAUSE = re.compile(r"[ \"'”’»“]*(?:[,，]| [–—-]) ?(?P<first>\S)")
_FEW_WORDS = 2
_QUOTED_IN_JAPANESE = re.compile("^[^。、]{0,3}、と(?!も)")
# Of such clauses, those that are the notice's own: "reproduction forbidden", "including by ...".
_OF_NOTICE = re.compile(
    r"(?i)review|edit|error|check|verif|human|accura|"
    r"cop[yi]|kop[iíj]|копи|копі|repro|republi|publi|публік|публик|prohib|proib|interd|verbot|verboden|zaká|zakaz|zabroni|"
    r"заборон|запрещ|forb[ui]d|without|ohne|sans|sin |senza|sem |bez |без |utan|uden|uten|zonder|izin|auszug|teilweise|"
    r"partial|parcial|parzial|total|includ|includi|inclu[ií]|inkl|einschl|unless|sofern|sauf|salvo|tranne|nachdruck|"
    r"použit|використ|использ|ссылк|посилан|перепеч|передрук|przedruk|kullan|alıntı|licen[sc]|lizen[sz]|"
    r"允许|允許|许可|許可|请勿|請勿|授权|授權|转载|轉載|terms|used|use |usage|site|web|www|©|\d{4}|禁|不得|금지|転載"
)


def speaks_of(rest: str) -> bool:
    """Whether what stands behind a notice in its sentence is a clause about it, in somebody's own words.

    >>> speaks_of(", das war einmal."), speaks_of(", auch auszugsweise."), speaks_of(", Gazette Ltd.")
    (True, False, False)
    """
    clause = _CLAUSE.match(rest)
    if clause is None or not clause["first"].islower():
        return _QUOTED_IN_JAPANESE.match(rest) is not None
    return is_said(fold(rest)) or (len(rest.split()) > _FEW_WORDS and not _OF_NOTICE.search(rest))


def is_extract_note(line: str) -> bool:
    """Whether a line says where an extract comes from.

    >>> is_extract_note("From the book Salt by Ana Lima. Copyright 2020. All rights reserved.")
    True
    """
    return bool(_extract.search(line))


def is_companion(sentence: str) -> bool:
    """Whether a sentence goes with a notice beside it.

    >>> is_companion("Learn more."), is_companion("He learned more.")
    (True, False)
    """
    return bool(_companion.match(sentence))
