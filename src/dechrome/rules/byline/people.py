"""Telling a line that is people's names from a subheading in the same shape."""

from __future__ import annotations

import re
from collections.abc import Set

from dechrome.blocks import after
from dechrome.rules.byline.strangers import without_agency
from dechrome.templates import is_name
from dechrome.types import Document

_ROLES = """
reporter correspondent editor writer journalist columnist staff contributor redakteur redakteurin korrespondent
korrespondentin reporterin redaktion journaliste rédaction periodista redactor redacción corresponsal repórter
jornalista redação giornalista dziennikarz корреспондент обозреватель toimittaja muhabir 기자 記者 记者
"""
_ROLE_WORDS = "|".join(_ROLES.split())
_ROLE = re.compile(rf"(?i)(?<![^\W_])(?:{_ROLE_WORDS})(?![^\W_])")
# "Health and science correspondent", "Redakteurin im Ressort Politik"; not "How I became a reporter".
_JOB = re.compile(
    r"(?i)^(?:(?!(?:the|a|an|to|my|our|your|her|his|der|die|eine?|una?|le|la|el)\b)[^\W\d_][\w&'’-]* ){0,5}"
    rf"(?:{_ROLE_WORDS}|[^\W\d_]+(?:redakteur|korrespondent|reporter|journalist)(?:in)?)"
    r"(?:(?:,| (?:in|at|for|on|of|im|bei|beim|de|del|da|do|di|para|per|pour|à|för|voor|w)) [^.!?:;]{2,40})?$"
)
_SENTENCE_MARK = re.compile(r"[.!?。:;]$")
_NAME = r"[^\W\d_][^\s,;:|&]*(?: [^\W\d_][^\s,;:|&]*){1,3}"
_PEOPLE = re.compile(rf"^{_NAME}(?:(?:,| and| und| et| y| e| og| och| i| &) {_NAME})*$")
# "Ana Lima - Port Arden" in a script without capitals
_WORDS = r"[\u0590-\u06ff\u0900-\u0e7f]{2,}(?: [\u0590-\u06ff\u0900-\u0e7f]{2,}){1,2}"
_FROM_PLACE = re.compile(rf"^{_WORDS} [-–—] {_WORDS}$")
# "A. Berruguete / Torrelaguna"
_AT_PLACE = re.compile(r" / [^\W\d_a-z][^\W\d_]{2,}(?: [^\W\d_]{2,}){0,3}$")
# Scripts without capitals: a name is a few characters long. In Korean it begins with one of few family names.
_CHARS = r"[\u3040-\u30ff\u3400-\u9fff]"
_FAMILIES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄원채천방공현함변염여추도"
)
_KOREAN = rf"(?:[{_FAMILIES}]|남궁|황보|제갈|선우|독고|사공)[\uac00-\ud7af]{{1,2}}"
_CASELESS = re.compile(rf"^(?:{_CHARS}{{2,4}}(?: {_CHARS}{{2,5}}){{0,2}}|{_KOREAN}(?:[ ·,]{{1,2}}{_KOREAN}){{0,2}})$")
_BULLET = re.compile(r"[-*\u2022\u00b7\u25aa\u2023\u2013]\s")
# Words of subheadings that look like a name: "Key Takeaways", "Getting Started", "Zusammenfassung".
_SUBHEADING = re.compile(
    r"(?i)\b(?:takeaways?|highlights?|overview|summary|introduction|background|contents|conclusions?|findings|facts|"
    r"questions|answers|tips|ingredients|instructions|directions|method|started|thoughts|points|numbers|details|notes?|"
    r"tale|story|stories|guide|review|recipe|timeline|update|history|results|steps?|answer|verdict|definition|"
    r"zusammenfassung|überblick|einleitung|hintergrund|fazit|vorwort|zutaten|zubereitung|fakten|punkte|inhalt|"
    r"résumé|contexte|ingrédients|préparation|clave|resumen|introducción|ingredientes|preparación|antecedentes|"
    r"resumo|introdução|preparo|sommario|introduzione|ingredienti|preparazione|wprowadzenie|podsumowanie|składniki|"
    r"введение|итоги|выводы|ингредиенты|приготовление)\b"
)
_PHRASE = re.compile(
    r"(?i)^(?:the|a|an|in|on|at|for|to|how|why|what|when|more|top|der|die|das|le|la|les|el|los|las|about|read|see|all|new)\b"
    r"|\b(?:is|are|to|for|with|the|news|of|press|times|post|journal)\b"
)


def bare(text: str) -> str:
    """A line without bullets, dashes and brackets around it."""
    return text.strip(" •·|-–—*[]()/")


def is_person(text: str) -> bool:
    """Whether a line is one or more people's names and nothing else, perhaps with what they do."""
    name, placed = _AT_PLACE.subn("", without_agency(bare(text).rstrip(" ,")))
    name = name.title() if placed and name.isupper() else name
    if not name or _SENTENCE_MARK.search(name) or len(name) > 90:
        return False
    if _ROLE.search(name):
        name = re.split(r",|\||–| - |\(", name)[0].strip()
        return len(name.split()) <= 6 and is_name(name)
    if _CASELESS.match(name) or _FROM_PLACE.match(name):
        return True
    cased = name[:1].isupper() and not name.isupper()
    phrase = _PHRASE.search(name) or _SUBHEADING.search(name)
    return cased and bool(_PEOPLE.match(name)) and is_name(name) and not phrase


def is_job(text: str) -> bool:
    """Whether a line is what somebody does for a newspaper and nothing else.

    >>> is_job("Health and science correspondent"), is_job("Martha Quill"), is_job("How I became a reporter")
    (True, False, False)
    """
    return len(text) <= 70 and bool(_JOB.match(bare(text)))


def heads_list(document: Document, i: int, known: Set[int]) -> bool:
    """Whether a line without a bullet stands over one with it that is not `known` for a byline's, as a heading does."""
    below = after(document, i)
    texts = (document.lines[i].text, "" if below is None or below in known else document.lines[below].text)
    return [bool(_BULLET.match(text)) for text in texts] == [False, True]


def has_common_word(document: Document, name: str) -> bool:
    """Whether a word of what looks like a name stands somewhere in the text without its capital."""
    words = [w for w in re.findall(r"[^\W\d_]{4,}", name) if w[:1].isupper() and w[1:].islower()]
    if not words:
        return False
    common = re.compile(rf"(?<![^\W_])(?:{'|'.join(w.lower() for w in words)})(?![^\W_])")
    return any(common.search(line.text) for line in document.lines if line.width > 60)
