"""The frame of one reader's comment: a name, a time, votes, a link to reply; and what comments stand under."""

from __future__ import annotations

import re

from dechrome.dates import is_date
from dechrome.fold import fold
from dechrome.lazy import of_line
from dechrome.templates import is_name
from dechrome.types import Line

REPLY, SAYS, NAMED, STAMP, VOTES, FORM = "reply", "says", "named", "stamp", "votes", "form"

_NUMBER = r"\(?[+-]?\d[\d.,]*\)?"
_HEADING = re.compile(
    rf"(?:{_NUMBER} )?(?:(?:all|your|wasze|ваши|ihre|eure|vos|vuestros|seus|i vostri|"
    rf"reader|readers'|user|article|latest|top|view|show|leser|alle|tous les|les|ver|"
    rf"wszystkie|все|最新|热门|全部|网友|網友) ?)*(?:comments?(?:\(s\))?|kommentare|commentaires|comentarios|"
    rf"comentários|commenti|komentarze|komentarzy|opinie|"
    rf"комментарии|комментариев|комментария|коментарі|коментарів|σχολια|reacties|"
    rf"kommentarer|kommentit|kommenttia|komentáře|komentářů|diskuse|yorumlar|yorum|التعليقات|تعليقات|komentar|"
    rf"bình luận|ý kiến|टिप्पणियां|टिप्पणियाँ|कमेंट्स|"
    rf"评论|評論|留言|コメント|댓글)(?: (?:αναγνωστων|internautów))?[ :]*(?:\(?{_NUMBER}\)?)?|"
    rf"(?:{_NUMBER}|one) (?:thoughts?|responses?|replies|comments?) (?:on|to|for) .{{3,160}}|"
    r"leave a (?:reply|comment)(?: cancel reply)?|join the (?:conversation|discussion)|"
    r"discussion about this post|discussion|"
    r"schreibe einen kommentar|dodaj komentarz|skomentuj|добавить комментарий|оставить комментарий|"
    r"laisser un commentaire|"
    r"deja un comentario|deixe um comentário|lascia un commento|发表评论|我要评论"
)
_ANSWER = (
    r"(?:reply|report(?: abuse| comment)?|log in to reply|antworten|melden|répondre|signaler|responder|denunciar|"
    r"reportar|rispondi|segnala|odpowiedz|zgłoś|ответить|пожаловаться|відповісти|απαντηση|αναφορα|回复|回覆|举报|檢舉|返信|"
    r"通報|답글|신고|beantwoorden|reageer|svara|anmäl|svar|vastaa|ilmianna|odpovědět|nahlásit|yanitla|cevapla|"
    r"şikayet et|رد|balas|laporkan|trả lời|besvar|जवाब दें|उत्तर दें)"
)
_ACTION = (
    rf"(?:{_ANSWER}|flag|like|likes|share|quote|permalink|upvote|downvote|edit|delete|zitieren|gefällt mir|j'aime|"
    r"me gusta|curtir|mi piace|cytuj|цитировать|нравится|引用|thích|ocena)"
)
# A row of links that holds one to answer or to report; a share bar alone holds none.
_REPLY = re.compile(
    rf"(?={_ACTION})(?=.*?(?<!\w){_ANSWER}(?!\w)){_ACTION}(?:[\s|/\u00b7,\d()-]+{_ACTION})*[\s\d()+-]*|"
    r"(?:reply|antworten|ответить) (?:to|auf) .{2,40}"
)
_NAME_AND_STAMP = re.compile(
    r"(?:#?\d{1,4}[.):]? )?(?P<name>.{1,40}?)[,|\u2022\u00b7\s-]+(?P<stamp>(?:\d|[^\W\d_]{3,10}\.? \d).{4,40}?)"
    rf"(?:,? \(id: ?\d+\))?(?:\s+{_ACTION})*"
)
_STAMP_AND_NAME = re.compile(
    r"(?P<stamp>.{6,40}?\d[:.h](?P<minutes>\d\d)(?: ?[ap]\.?m\.?)?)[,|\u2022\u00b7\s-]+(?P<name>[^\d:]{2,40})", re.I
)
# Not a reader's name: a date that goes on, and what stands before the date of a story.
_NO_NAME = re.compile(
    r"\d|\W*(?:(?:first |last )?(?:updated|published|posted|modified)|on|by|from|actualizad[oa]|publicad[oa]|"
    r"aktualisiert|veröffentlicht|stand|erstellt|mis à jour|publié|modifié|aggiornato|pubblicato|atualizad[oa]|"
    r"aktualizacja|opublikowano|publikacja|обновлено|опубликовано|оновлено|ενημερωση|δημοσιευση|güncelleme|"
    r"yayinlanma|来源|發布|发布|更新|uppdaterad|publicerad|oppdatert|publisert|opdateret|päivitetty|julkaistu|"
    r"bijgewerkt|diterbitkan|cập nhật|yesterday|today|gestern|heute|hier|aujourd'hui|ayer|hoy|ontem|hoje|ieri|oggi|"
    r"wczoraj|dzisiaj|dziś|вчера|сегодня|вчора|сьогодні|χθεσ|σημερα|dün|bugün|i ?går|i ?dag|eilen|tänään|včera|dnes|"
    r"gisteren|vandaag|kemarin|hari ini|hôm qua|hôm nay|昨天|今天|昨日|今日|어제|오늘|امس|اليوم)\b"
)
_SAYS = re.compile(
    r"(?:\d+[.)] ?)?.{2,50}? (?:says|said|wrote|writes|sagt|schreibt|schrieb|dit|a dit|dice|dijo|diz|disse|ha detto|"
    r"pisze|napisała?|пишет|написала?|говорит|zegt|schreef|säger|skriver|sier|siger|sanoo|dedi ki|"
    r"(?:says|said) on .{4,40})\s*:?"
)
_AGO = re.compile(
    r"(?:about )?(?:an?|one|\d+) ?(?:sec|min|h|d|w|mo|month|y|hour|day|week|year)\w{0,6}\.? ago(?: \(edited\))?|"
    r"vor \d+ (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)|il y a \d+ \w+|hace \d+ \w+|"
    r"há \d+ \w+|\d+ \w+ fa|\d+ (?:minut\w*|godzin\w*|dni) temu|\d+ (?:минут\w*|час\w*|дн\w*|дней) назад|"
    r"\d+ ?(?:分钟|小时|天|個月|个月|年)前|\d+ ?(?:分|時間|日)前|\d+ ?(?:분|시간|일) 전"
)
_NAME_AND_AGO = re.compile(rf"[^\s\d].{{0,39}}?[,|\u2022\u00b7\s-]+(?:{_AGO.pattern})(?:\s+{_ACTION})*")
# A frame of its own: a nick, the verb below a name, and who answers whom.
_NAMED = re.compile(
    r"~[\w.-]{2,25}|(?:said|says|wrote|schrieb|schreibt|écrit|escribió|escreveu|napisała?|написала?|пишет|skrev|schreef):?|"
    r".{1,25}对.{1,60}的评论:?"
)
_VOTES = re.compile(r"[+-]?\d{1,5}(?:\s*[/|]?\s*[+-]?\d{1,5})?")
_AROUND = " -*\u2022|"
_TIME = re.compile(r"\d[:.h]\d\d")
_ANSWERS = re.compile(rf"(?<!\w){_ANSWER}(?!\w)")


def is_heading(key: str) -> bool:
    """Whether a line's key is what comments stand under.

    >>> is_heading("comments (12)"), is_heading("20 thoughts on the price of eggs"), is_heading("no comment")
    (True, True, False)
    """
    return bool(_HEADING.fullmatch(key))


def is_text(line: Line) -> bool:
    """Whether a line is too long for a frame, or reads as running text."""
    return line.width > 110 or (line.is_sentence and not line.text.endswith(":"))


@of_line
def frame_of(line: Line) -> str:
    """Which part of a comment's frame a line is by its words; empty for none."""
    if is_text(line):
        return ""
    key = line.key
    if _REPLY.fullmatch(key):
        return REPLY
    if line.text.rstrip().endswith(":") and _SAYS.fullmatch(key):
        return SAYS
    if _NAMED.fullmatch(line.folded.strip(" -\u2022")) or (_NAME_AND_AGO.fullmatch(key) and not _NO_NAME.match(key)):
        return NAMED
    timed = bool(_TIME.search(key))
    if (timed and is_date(line.text.strip(_AROUND))) or _AGO.fullmatch(key):
        return STAMP
    if timed and (found := _behind_stamp(line)):
        # Events begin at round times, comments at any.
        return NAMED if int(found["minutes"]) % 5 else STAMP
    named = timed and _NAME_AND_STAMP.fullmatch(key)
    if named and _TIME.search(named["stamp"]) and is_date(named["stamp"]) and not _NO_NAME.match(named["name"]):
        return NAMED
    return VOTES if len(key) <= 7 and _VOTES.fullmatch(key) else ""


def reader_of(line: Line) -> str:
    """The name that stands before or behind a time; empty where there is none, or a link to answer.

    >>> reader_of(Line("Ada Lund, 06.01.2012 10:32", 1, 0, 26)), reader_of(Line("May 2, 2012 - 8:06am Bo", 1, 0, 23))
    ('ada lund', 'Bo')
    """
    if _ANSWERS.search(line.key):
        return ""
    found = _behind_stamp(line) or _NAME_AND_STAMP.fullmatch(line.key)
    return found["name"] if found else ""


def _behind_stamp(line: Line) -> re.Match[str] | None:
    """A name behind a date and time."""
    found = _STAMP_AND_NAME.fullmatch(line.text.strip(_AROUND))
    named = found and is_date(found["stamp"]) and is_name(found["name"]) and not _NO_NAME.match(fold(found["name"]))
    return found if named else None
