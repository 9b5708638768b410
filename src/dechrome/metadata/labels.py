"""The words before names and dates in a byline ("By", "Updated on", "责任编辑"), and what they say of them.

The words are those of the rules' own phrases: what stands before a `{name}` or a `{date}`. Here it is only told
which of them name somebody else than the author, and which date is not the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dechrome.fold import fold
from dechrome.phrasebook import Phrase

_BLANK = re.compile(r"\{\w+\}")
_EDGES = " :|,.•·-()"
_BETWEEN = re.compile(r"[\s:：,.|()\[\]–—-]*")
# Who follows these did not write the text: they edited, reviewed or translated it, or helped.
_HELPED = re.compile(
    r"review|edit|fact check|translat|traduit|übersetzt|englischen|produc|redaktion|redakcja|редактор|edición|edição|"
    r"编|編|校|审|審|监制|译者|एडिट|mitarbeit|ollabora|colabor|współprac|medewerking|m\.m\.v|assistance|contribution|"
    r"additional|^with$|with reporting"
)
_SOURCE = re.compile(
    "quelle|^bron$|källa|kilde|lähde|^fonte|^fuente|kaynak|sumber|nguồn|^theo$|zdroj|źródło|πηγη|источник|джерело|المصدر|"
    "来源|來源|稿源|配信元|special to|material von|^mit informa|^co[nm] informa|files from|^sources?$"
)
_MODIFIED = re.compile(
    "updat|modif|revis|last edit|aktuali|änder|^stand$|mise? à jour|actualiz|atualiz|aggiorn|bijgewerkt|gewijzigd|"
    "uppdater|oppdater|opdater|päivit|muokat|обновл|оновл|ενημερω|τροποποι|güncelle|تحديث|perbarui|cập nhật|"
    "更新|수정|업데이트|अपडेट|zmian|измен|отредакт|змін|відредаг|ανανεω|επικαιρ|修改|最[后後]编辑|编辑于|geüpdat|geactual|aangepast|"
    "ändra|endret|ændret|uprav|změn|değişiklik|تعديل|حُدّث|حدث|अद्यत|संशोधित|ba?haru|diubah|sửa|편집"
)
# Of these a date follows, and no more is said.
_NEUTRAL = frozenset(
    "on|am|vom|le|el|em|il|às|as|от|z dnia|date|datum|fecha|data|дата|ημερομηνια|日期|时间|"
    "redacción|reviewed|last reviewed|min read|à|op|kl|klo|den|d|tarih|तारीख|दिनांक|tanggal|pada|vào|الساعة|kompas|"
    "haber|tarafindan|编辑".split("|")
)
_RELATIVE = re.compile(
    "today|yesterday|heute|gestern|aujourd|hier|hoy|ayer|hoje|ontem|oggi|ieri|vandaag|gisteren|i ?dag|i ?g[åa]r|tänään|"
    "eilen|dziś|wczoraj|dnes|včera|сегодня|вчера|сьогодні|вчора|σημερα|χθεσ|bugün|dün|اليوم|امس|आज|hari ini|kemarin|"
    "hôm nay|hôm qua|今天|昨天|今日|昨日|本日|dzisiaj|учора|कल|오늘|어제"
)
# Labels that the rules know by other means than phrases.
_MORE = {
    "author": "reporting by|writing by|reporting and writing by|文|图文|特派员|بقلم|γραφει",
    "source": "source|sources|quellen|fuente",
    "contributor": "editing by|additional reporting by|translation by|edited by",
}
# "Contact Ana Lima" may name a spokesperson.
_CONTACTS = ("contact", "email")
_SCRIPT = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_HAN = re.compile(f"[{_SCRIPT}]")

Blank = Literal["name", "date"]
LabelKind = Literal["author", "contributor", "source", "published", "modified", "date"]


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `[start, end)` of a text, the kind of fact that follows it, and a language that has it."""

    start: int
    end: int
    kind: LabelKind
    lang: str
    loose: bool = False
    """Whether it stands before other things than names as well ("More from")."""


class Labels:
    """The labels in front of a blank, ready to be found in a text."""

    def __init__(self, phrases: tuple[Phrase, ...], blank: Blank, loose: tuple[Phrase, ...] = ()) -> None:
        self._known: dict[str, tuple[LabelKind, str, bool]] = {}
        for text, lang in _before(phrases, blank):
            self._known.setdefault(text, (_kind(text, blank), lang, False))
        for text, lang in _literals(loose, blank):
            self._known.setdefault(text, (_kind(text, blank), lang, True))
        words = sorted(self._known, key=len, reverse=True)
        self._search = re.compile("|".join(_bounded(word) for word in words))

    def find(self, text: str) -> list[Label]:
        """The labels in `text`, in order and without overlap, the longest at each place."""
        return [Label(m.start(), m.end(), *self._known[m[0]]) for m in self._search.finditer(fold(text))]

    def leading(self, text: str) -> Label | None:
        """The label that `text` begins with."""
        start = len(text) - len(text.lstrip(_EDGES + "[（(【〔*"))
        match = self._search.match(fold(text), start)
        return Label(match.start(), match.end(), *self._known[match[0]]) if match else None

    def whole(self, text: str) -> Label | None:
        """The label that `text` is, and nothing else."""
        found = self._known.get(fold(text).strip(_EDGES + "："))
        return Label(0, len(text), *found) if found else None


@cache
def name_labels() -> Labels:
    """What stands before names in bylines and author boxes."""
    from dechrome.rules import author_bio, byline

    boxes = tuple(p for p in author_bio.RULE.phrases if not p.text.startswith(_CONTACTS))
    return Labels(byline.RULE.phrases, "name", boxes)


@cache
def date_labels() -> Labels:
    """What stands before dates in bylines."""
    from dechrome.rules import byline

    return Labels(byline.RULE.phrases, "date")


def _before(phrases: tuple[Phrase, ...], blank: Blank) -> Iterator[tuple[str, str]]:
    """The words right before a blank in phrases, and the labels that are of the same sort, with their languages."""
    dated = {text for text, _ in _literals(phrases, "date")}
    yield from _literals(phrases, blank)
    for phrase in phrases:
        if phrase.kind == "label" and (blank == "date") == any(phrase.text in text for text in dated):
            yield phrase.text, phrase.lang
    if blank == "name":
        yield from ((text, "") for texts in _MORE.values() for text in texts.split("|"))


def _literals(phrases: tuple[Phrase, ...], blank: Blank) -> Iterator[tuple[str, str]]:
    for phrase in phrases:
        ends = [m.start() for m in _BLANK.finditer(phrase.text) if m[0] == f"{{{blank}}}" and phrase.kind == "line"]
        for literal in (_BLANK.split(phrase.text[:end])[-1].strip(_EDGES) for end in ends):
            if literal:
                yield literal, phrase.lang


def _kind(text: str, blank: Blank) -> LabelKind:
    if blank == "date":
        if _MODIFIED.search(text):
            return "modified"
        return "date" if text in _NEUTRAL or _RELATIVE.search(text) else "published"
    if _SOURCE.search(text):
        return "source"
    return "contributor" if _HELPED.search(text) else "author"


def _bounded(word: str) -> str:
    """A pattern for a word that stands alone, where its script has spaces."""
    before = "" if _HAN.match(word[0]) else r"(?<![^\W_])"
    after = "" if _HAN.match(word[-1]) else r"(?![^\W_])"
    return before + re.escape(word) + after


def gap(text: str) -> bool:
    """Whether nothing but punctuation stands in `text`."""
    return bool(_BETWEEN.fullmatch(text))
