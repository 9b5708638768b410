"""Threads of readers' comments, told by their frames: a name, a time, a text, a link to reply."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dechrome import blocks
from dechrome.dates import is_date
from dechrome.lazy import of_line
from dechrome.types import Document, Line, Marks

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
_TIME = re.compile(r"\d[:.h]\d\d")
_ANSWERS = re.compile(rf"(?<!\w){_ANSWER}(?!\w)")

# How many lines may stand between a heading and its first frame, and between two frames; and sentences among them.
_TO_FIRST = 5
_SENTENCES_TO_FIRST = 2
_TO_NEXT = 14
_SENTENCES_TO_NEXT = 8
_LAST_TEXT = 8
# So many names with times in a run need no heading and no answer.
_NAMED_ALONE = 4
_PROSE_BEFORE = 2
# A line that another rule knows this surely is no comment's text.
_CLAIMED = 0.5


@dataclass(frozen=True, slots=True)
class Thread:
    """Lines `[start, stop)` that hold comments, and whether their frames leave no doubt."""

    start: int
    stop: int
    sure: bool


def is_heading(key: str) -> bool:
    """Whether a line's key is what comments stand under.

    >>> is_heading("comments (12)"), is_heading("20 thoughts on the price of eggs"), is_heading("no comment")
    (True, True, False)
    """
    return bool(_HEADING.fullmatch(key))


def find_threads(document: Document, seen: Marks, rule: str) -> Iterator[Thread]:
    """The threads of comments behind the story: under a heading, or where frames follow each other."""
    lines = document.lines
    filled = [i for i, line in enumerate(lines) if line.text]
    first = _after_story(document)
    if first is None:
        return
    kinds = {i: kind for i in filled if i >= first and (kind := _kind(document, i, seen, rule))}
    if not kinds:
        return
    _unname(document, kinds)
    place = {i: k for k, i in enumerate(filled)}
    frames = {place[i]: kind for i, kind in kinds.items()}
    done = -1
    for k in range(place[filled[0]], len(filled)):
        i = filled[k]
        if k <= done or i < first or not (is_heading(lines[i].key) or kinds.get(i) in (SAYS, NAMED, STAMP)):
            continue
        run = _run(document, filled, frames, k)
        heading = is_heading(lines[i].key)
        counts = [kinds[filled[f]] for f in run]
        if not _is_thread(counts, heading=heading):
            continue
        start, last = k, run[-1]
        if not heading and (kinds[i] == STAMP or " " not in lines[i].key) and k and lines[filled[k - 1]].is_label:
            start -= 1
        stop = last + 1
        if counts[-1] not in (REPLY, FORM):
            stop = _end(document, filled, last, max(1, _longest(run)), seen)
        telling = _telling(counts)
        sure = telling >= 2 or (heading and FORM in counts and (telling >= 1 or counts.count(VOTES) >= 2))
        yield Thread(filled[start], filled[stop - 1] + 1, sure)
        done = stop - 1


def _after_story(document: Document) -> int | None:
    """The first line that may be a comment: some paragraphs must stand before it."""
    seen = 0
    for i in range(len(document.lines)):
        seen += blocks.is_sentence(document, i)
        if seen >= _PROSE_BEFORE:
            return i + 1
    return None


def _unname(document: Document, kinds: dict[int, str]) -> None:
    """Take what stands before every time for no name where it is one and the same ("Doors open", "Edition of")."""
    keys = {i: document.lines[i].key for i, kind in kinds.items() if kind == NAMED}
    found = {i: _NAME_AND_STAMP.fullmatch(key) for i, key in keys.items() if not _ANSWERS.search(key)}
    names = {i: match["name"] for i, match in found.items() if match}
    if len(names) > 1 and len(set(names.values())) == 1:
        kinds.update((i, STAMP) for i in names)


def _kind(document: Document, position: int, seen: Marks, rule: str) -> str:
    """Which part of a comment's frame a line is; empty for none."""
    line = document.lines[position]
    if kind := _frame(line):
        return kind
    sure = seen.confidence(position, rule) >= 0.9
    return FORM if sure and (_is_text(line) or not is_heading(line.key)) else ""


def _is_text(line: Line) -> bool:
    """Whether a line is too long for a frame, or reads as running text."""
    return line.width > 110 or (line.is_sentence and not line.text.endswith(":"))


@of_line
def _frame(line: Line) -> str:
    """Which part of a comment's frame a line is by its words; empty for none."""
    if _is_text(line):
        return ""
    key = line.key
    if _REPLY.fullmatch(key):
        return REPLY
    if line.text.rstrip().endswith(":") and _SAYS.fullmatch(key):
        return SAYS
    if _NAMED.fullmatch(line.folded.strip(" -\u2022")) or (_NAME_AND_AGO.fullmatch(key) and not _NO_NAME.match(key)):
        return NAMED
    timed = bool(_TIME.search(key))
    if (timed and is_date(line.text.strip(" -\u2022|"))) or _AGO.fullmatch(key):
        return STAMP
    named = timed and _NAME_AND_STAMP.fullmatch(key)
    if named and _TIME.search(named["stamp"]) and is_date(named["stamp"]) and not _NO_NAME.match(named["name"]):
        return NAMED
    return VOTES if len(key) <= 7 and _VOTES.fullmatch(key) else ""


def _run(document: Document, filled: Sequence[int], frames: Mapping[int, str], start: int) -> list[int]:
    """The frames, by place, that follow `start` without too much between them."""
    run: list[int] = []
    at, room, sentences = start, _TO_FIRST, _SENTENCES_TO_FIRST
    for frame, kind in frames.items():
        if frame < start:
            continue
        between = range(at + 1, frame)
        most = _SENTENCES_TO_FIRST if FORM in (kind, frames.get(at)) else sentences
        if len(between) > room or sum(blocks.is_sentence(document, filled[b]) for b in between) > most:
            break
        run.append(frame)
        at, room, sentences = frame, _TO_NEXT, _SENTENCES_TO_NEXT
    return run


def _is_thread(counts: Sequence[str], *, heading: bool) -> bool:
    """Whether these parts are those of comments."""
    telling = _telling(counts)
    if heading:
        return len(counts) >= 2 and (telling >= 1 or counts.count(STAMP) >= 2 or counts.count(VOTES) >= 3)
    # A list of stories has names and times too, but nothing to answer to.
    answers = counts.count(REPLY) + counts.count(SAYS)
    framed = any(kind in counts for kind in (REPLY, NAMED, STAMP))
    return (len(counts) >= 4 and answers >= 2 and framed) or counts.count(NAMED) >= _NAMED_ALONE


def _telling(counts: Sequence[str]) -> int:
    """How many of these parts hardly stand anywhere but around comments."""
    return counts.count(REPLY) + counts.count(SAYS) + counts.count(NAMED)


def _longest(run: Sequence[int]) -> int:
    """The most lines that stand between two frames of a thread."""
    return min(_LAST_TEXT, max((after - before - 1 for before, after in pairwise(run)), default=1))


def _end(document: Document, filled: Sequence[int], last: int, longest: int, seen: Marks) -> int:
    """The place behind a thread whose last frame, at `last`, announces a text: as long as the others at most."""
    stop = last + 1
    while stop < len(filled) and stop <= last + longest:
        i = filled[stop]
        first = stop == last + 1 and seen.confidence(i) < _CLAIMED
        if is_heading(document.lines[i].key) or not (first or blocks.is_sentence(document, i)):
            break
        stop += 1
    return stop
