"""Telling a masthead: who is responsible for a paper, role by role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dechrome.templates import is_name
from dechrome.types import Document

_TITLES = (
    r"(?:the )?(?:publisher|editor[- ]in[- ]chief|(?:managing|deputy|news|executive|digital) editor)",
    r"staff writers?|reporters?|editorial (?:board|team|staff)",
    r"chefredakt(?:eur|ion)(?:in)?|redaktionsleitung|verantwortlich(?:er)?\b.{0,40}|redaktion",
    r"herausgeber(?:in)?|geschäftsführ(?:er|ung)(?:in)?",
    r"(?:adm\W+ ?)?direktør\b.{0,50}|(?:ansvarshavende |digital|nyheds|ansv\W+ ?)?(?:chef)?redaktør\b.{0,60}",
    r"journalister|fotografer|ansvarig utgivare|chefredaktör|vd",
    r"(?:direct(?:eur|rice)|rédact(?:eur|rice)) (?:de (?:la )?(?:publication|rédaction)|en chef)",
    r"director(?:a)?(?: (?:general|editorial|ejecutiv[oa]))?|jefe de redacción",
    r"diret(?:or|ora)(?: (?:geral|de redação))?|editor(?:a)?[- ]chefe|direttore(?: responsabile)?",
    r"redaktor naczelny|wydawca|šéfredaktor(?:ka)?|vydavatel",
    r"главный редактор|учредитель|издатель|шеф-редактор|головний редактор|засновник",
    r"genel yayın yönetmeni|yazı işleri müdürü|imtiyaz sahibi|sorumlu müdür",
    r"hoofdredact(?:eur|ie)|uitgever|(?:vastaava )?päätoimittaja",
    r"발행인|편집인|등록번호|발행일자|청소년보호책임자",
    r"pemimpin redaksi|penanggung jawab|tổng biên tập",
)
_ROLE = re.compile(r"(?i)^\W*(?:" + "|".join(_TITLES) + r")\W*(?::.{0,80})?$")
_ROLES = 2
_LONGEST_NAME = 40


def masthead(document: Document, places: Sequence[int]) -> list[int]:
    """The lines of the first run of roles and names among `places`; none where there are fewer than two roles.

    >>> from dechrome.types import Line
    >>> texts = "He left.", "EDITOR-IN-CHIEF", "Ana Lima", "REPORTERS", "Jo Park", "Share"
    >>> document = Document("", tuple(Line(text, 1, 0, 0) for text in texts))
    >>> masthead(document, range(1, 6))
    [1, 2, 3, 4]
    """
    run: list[int] = []
    roles = 0
    for i in places:
        text = document.lines[i].text
        if not text:
            continue
        if len(text) <= 2 * _LONGEST_NAME and _ROLE.match(text):
            roles += 1
        elif not run:
            continue
        elif not (2 <= len(text.split()) <= 4 and len(text) <= _LONGEST_NAME and is_name(text)):
            if roles >= _ROLES:
                break
            run, roles = [], 0
            continue
        run.append(i)
    return run if roles >= _ROLES else []
