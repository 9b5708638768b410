"""A whole byline in one line: names, dates, places and reading times between bars, dashes and labels."""

from __future__ import annotations

import re
from functools import cache

from dechrome import shape
from dechrome.agencies import all_agencies
from dechrome.dates import is_date
from dechrome.fold import fold
from dechrome.templates import is_name

_LONGEST = 140
_CUT = re.compile(r"\s*[|•·●]\s*|\s+[–—-]\s+")
_LABELS = """
first published|originally published|published|posted|last updated|last update|updated|last modified|modified
veröffentlicht|erschienen|erstellt|aktualisiert|zuletzt aktualisiert|letzte aktualisierung|letztes update|stand|geändert
publié|publiée|mis à jour|mise à jour|modifié|posté|publicado|publicada|actualizado|actualizada|última actualización
atualizado|atualizada|última atualização|postado|pubblicato|aggiornato|ultimo aggiornamento|ultima modifica
gepubliceerd|bijgewerkt|laatst bijgewerkt|laatste update|publicerad|uppdaterad|senast uppdaterad|publisert|oppdatert
sist oppdatert|publiceret|opdateret|sidst opdateret|julkaistu|päivitetty|opublikowano|publikacja|aktualizacja
ostatnia aktualizacja|dodano|vydáno|publikováno|aktualizováno|опубликовано|обновлено|последнее обновление|опубліковано
оновлено|δημοσίευση|δημοσιεύτηκε|ενημέρωση|τελευταία ενημέρωση|yayınlanma|güncelleme|son güncelleme|giriş
diterbitkan|diperbarui|tayang|cập nhật|نشر|آخر تحديث|प्रकाशित|अपडेट
article date|date published|date posted|date created|date updated|date modified|publication date|erscheinungsdatum
veröffentlichungsdatum|date de publication|date de mise à jour|fecha de publicación|fecha de actualización
data de publicação|data da publicação|data de atualização|data di pubblicazione|data pubblicazione|data aggiornamento
publicatiedatum|publiceringsdatum|data publikacji|data aktualizacji|data dodania|data modyfikacji|datum vydání
datum publikace|datum aktualizace|дата публикации|дата обновления|добавлено|размещено|дата публікації|дата оновлення
ημερομηνία δημοσίευσης|yayın tarihi|yayınlanma tarihi|güncelleme tarihi|tanggal terbit|ngày đăng|ngày cập nhật
""".strip().replace("\n", "|")
_JOINTS = "on|at|am|um|le|à|el|a las|il|alle|em|às|op|om|den|d.|kl.|kl|dnia|в|στις|pada|lúc"
_BY = re.compile(r"(?i)^(?:by|von|par|por|di|door|av|af|oleh|από|от)\s+(?=\S)")
# Behind a number, "PM", or a time zone.
_BY_INSIDE = re.compile(
    r"(?i)(?:(?<=\d)|(?<=\d [ap]m)|(?<=\d[ap]m)|(?<=\.m\.)|(?-i:(?<= [A-Z]{2})|(?<= [A-Z]{3})))"
    r"\s+(?:by|von|par|por|di|door|av|af|oleh)\s+(?=\S)"
)
_LABELLED = re.compile(r"^[^\W\d][^:,.]{1,24}: ?(?=\S)")
_READING = re.compile(r"(?i)^(?:[^\W\d]+ ?){0,3}:? ?\d{1,3} ?(?:min\w*|dk|мин\w*|λεπτ\w*)\.?(?: [^\W\d]+){0,3}$")
# Who signs with a name: "Anna Nowak, dziennikarka".
_ROLE = re.compile(
    r"(?i)(?:\w+ ){0,2}(?:journalist\w*|reporter\w*|(?:staff )?writer|editor|correspondent|columnist|contributor|"
    r"redakteur(?:in)?|korrespondent(?:in)?|volontär(?:in)?|redactor|redactora|redacteur|verslaggever|correspondent\w*|"
    r"rédact(?:eur|rice)|envoyée? spéciale?|periodista|corresponsal|enviad[oa] especial|repórter|jornalista|"
    r"correspondente|giornalista|corrispondente|inviat[oa]|redaktør|redaktör|reporteri|toimittaja|dziennikar(?:z|ka)|"
    r"redaktor(?:ka)?|novinář(?:ka)?|корреспондент|обозреватель|журналист(?:ка)?|редактор|кореспондент(?:ка)?|"
    r"журналістка|δημοσιογράφος|συντάκτης|συντάκτρια|muhabiri?|editörü?|wartawan|koresponden|phóng viên)"
)
_CJK_NAME = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}$")
_AGO = re.compile(r"^(?:\D{1,10} )?\d{1,2} [^\W\d]{1,10}\.?(?: [^\W\d]{1,6})?$")

# Scripts without spaces: "时间：2019-09-18 06:23 来源：海港日报 浏览：33", "海港日报2019-09-05 11:10".
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_DAY = r"(?:19|20)\d\d ?[-./年] ?\d{1,2} ?[-./月] ?\d{1,2}日?"
_CLOCK = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
_DAY_FIRST = re.compile(rf"^(?:[^\W\d]{{2,6}}[：:] ?)?{_DAY}(?P<time>,? ?{_CLOCK})?(?P<rest>\D.*)$")
_DAY_LAST = re.compile(rf"^[^\W\d]{{2,12}} ?[（(]?{_DAY} ?{_CLOCK}$")
_SAYS_SOURCE = re.compile(
    r"(?:来源|來源|稿源|出处|作者|编辑|編輯|记者|記者|浏览|瀏覽|点击|點擊|阅读|閱讀|人氣|字号|字號|発信地|著者|提供)"
)
_WORDING = re.compile(r"[。！？!?，、；;…]")
_WIDEST_PIECE, _MOST_PIECES = 14, 8
# "【海港日報╱記者陳立／即時報導】"
_REPORTED = re.compile(r"^【[^】]{2,24}(?:[记記]者|[报報][导導道]|[编編][辑輯译譯])[^】]{0,16}】$")
_SITE = re.compile(r"(?i)^\s*(?:https?://|www\.)[^\s\u3040-\u9fff]{4,60}(?=\s)")
# A day and a time of day together: nobody meets at 11:39, nor by the second.
_DATE = (
    r"(?:\d{4}([./-])\d\d?\1\d\d?|\d\d?([./-])\d\d?\2(?:\d{4}|\d\d)|(?:19|20)\d\d年 ?\d\d?月 ?\d\d?日"
    r"|\d\d?\.? [^\W\d]{3,12}\.? (?:19|20)\d\d|[^\W\d]{3,12}\.? \d\d?(?:st|nd|rd|th)?,? (?:19|20)\d\d)"
)
_MOMENT = re.compile(
    rf"{_DATE}(?!\d)\W{{0,3}}(?:[^\W\d]{{1,3}}\.?\W{{1,2}})?"
    r"\d\d?:(?:(?!00|15|30|45)\d\d(?::\d\d)?|\d\d:(?!00)\d\d)(?![:\d])"
)
_MOST_AROUND, _WIDEST_AROUND = 5, 48


@cache
def _stamp() -> re.Pattern[str]:
    labels = "|".join(sorted(map(fold, _LABELS.split("|")), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{labels})(?![^\W_])(?::| (?:{fold(_JOINTS)})(?![^\W_]):?)?\s*")


def is_stamped(text: str) -> bool:
    """Whether a line is nothing but the parts of a byline, a date among them, and at least two in all.

    >>> is_stamped("Ana Lima - 02/09/2024, 07:15"), is_stamped("November 29, 2024 by Ana Lima")
    (True, True)
    >>> is_stamped("Monday May 3, 2027 6:08 PM ET by Ana Lima"), is_stamped("At 6 PM the ship was boarded by Ana Lima")
    (True, False)
    >>> is_stamped("3. dubna 2012 9:15, Jana Dvořáková"), is_stamped("3 May 2021, a Monday like any other")
    (True, False)
    >>> is_stamped("时间：2024-09-18 06:23 来源：海港日报 浏览：33"), is_stamped("2024年5月3日 码头开放")
    (True, False)
    >>> is_stamped("18/08/2024 08h02 Atualizado há 3 horas"), is_stamped("The vote was on 3 May 2021")
    (True, False)
    >>> is_stamped("www.harbor.example 2024年5月3日 15:29:18 來源：海港"), is_stamped("【記者陳立／報導】 | 2024.01.17")
    (True, True)
    """
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return False
    bare = _SITE.sub("", text).strip(" •·|-–—*[]()")
    if _UNSPACED.search(bare) and _is_unspaced_stamp(bare):
        return True
    at = 0
    cut = ""
    for label in _stamp().finditer(fold(bare)):  # folding keeps the columns
        cut, at = cut + bare[at : label.start()] + "|\0", label.end()
    cut += bare[at:]
    kinds: list[str] = []
    for part in _CUT.split(_BY_INSIDE.sub("|", cut)):
        if piece := part.strip(" ,;،"):
            kinds.append(_kind(piece))
            if not kinds[-1]:
                return False
    return kinds == ["signed"] or (2 <= len(kinds) <= 6 and ("date" in kinds or "signed" in kinds))


def is_clocked(text: str) -> bool:
    """Whether a line is the moment when something was published, and a few words beside it that nobody knows.

    >>> is_clocked("2024-01-04 11:39:30 Harbors"), is_clocked("Ferries. News and notes Wednesday, 10.04.2024, 09:36")
    (True, True)
    >>> is_clocked("12 May 2024, 19:30, town hall"), is_clocked("A crane fell on 12 May 2024 at 11:39, and no one saw")
    (False, False)
    """
    moment = _MOMENT.search(text) if len(text) <= _LONGEST else None
    if not moment or text.count("|") > 1 or shape.ends_in_stop(text):
        return False
    around = text[: moment.start()] + " " + text[moment.end() :]
    return shape.width(around) <= _WIDEST_AROUND and len(around.split()) <= _MOST_AROUND + around.count("|")


def _is_unspaced_stamp(text: str) -> bool:
    """Whether a line is a day, and short labels, names and counts beside it; without a time, a source among them.

    An entry of a chronicle has a clause behind its date.
    """
    if _DAY_LAST.match(text):
        return True
    found = _DAY_FIRST.match(text)
    if not found or _WORDING.search(found["rest"]):
        return False
    pieces = found["rest"].split()
    if len(pieces) > _MOST_PIECES or any(len(piece) > _WIDEST_PIECE for piece in pieces):
        return False
    return bool(found["time"]) or _SAYS_SOURCE.search(found["rest"]) is not None or text[-1].isdigit()


def is_signed(text: str) -> bool:
    """Whether a line is "By ..." with names and places, or a name with a trade or an agency, and nothing else.

    >>> is_signed("Por Ana Lima, Jornal do Porto — Santa Rita (MG)"), is_signed("By the time we left")
    (True, False)
    >>> is_signed("Por Ana Lima, g1 PI"), is_signed("Por Ana Lima, de Lisboa"), is_signed("By Ana Lima, who saw it")
    (True, True, False)
    >>> is_signed("Anna Nowak, PAP"), is_signed("Anna Hansen, journalist"), is_signed("Anna Hansen, a friend")
    (True, True, False)
    """
    if len(text) > _LONGEST or text.endswith((".", "?", "!", ":")):
        return False
    name, _, signs = text.rpartition(", ")
    if len(name.split()) > 1 and is_name(name) and (_ROLE.fullmatch(signs) or all_agencies(signs)):
        return True
    if not _BY.match(text):
        return False
    first, *others = (piece.strip() for part in _CUT.split(text) for piece in part.split(",") if piece.strip())
    named = _kind(first) == "name"
    return named and 1 <= len(others) <= 3 and all(_kind(one) == "name" or _is_desk(one) for one in others)


def _is_desk(piece: str) -> bool:
    """Whether it says where from: "g1 PI", "de Lisboa"."""
    short, *names = piece.split()
    return len(short) <= 4 and 1 <= len(names) <= 2 and all(name[0].isupper() for name in names)


def _kind(piece: str) -> str:
    """What a piece is: a date, a reading time, a name; empty where it is something else."""
    labelled = piece.startswith("\0")
    piece = piece.lstrip("\0").strip(" ,:،")
    if not piece:
        return "label"
    if is_date(piece) or (labelled and _AGO.match(piece)):
        return "date"
    if _READING.match(piece):
        return "reading"
    if _REPORTED.match(piece):
        return "name"
    rest = _LABELLED.sub("", piece)
    if _name_and_date(piece):
        return "signed"
    bare = _BY.sub("", rest).replace("(", "").replace(")", "")
    return "name" if len(bare.split()) <= 6 and is_name(bare) else ""


def _name_and_date(text: str) -> bool:
    words = text.split()
    if any(word.startswith((":", "(")) or word.endswith(":") for word in words):
        return False
    date, _, name = text.rpartition(", ")
    if len(name.split()) > 1 and is_name(name) and is_date(date):
        return True
    fewest = 1 if _CJK_NAME.match(words[0]) else 2
    cuts = (k for k in range(fewest, min(len(words), 6)) if not words[k - 1].endswith(","))
    return any(is_name(" ".join(words[:k])) and is_date(" ".join(words[k:])) for k in cuts)
