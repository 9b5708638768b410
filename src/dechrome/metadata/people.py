"""Names in bylines: who wrote a text, who else had a part in it, and which agency it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dechrome.agencies import is_agency
from dechrome.dates import is_date
from dechrome.fold import fold
from dechrome.metadata.labels import Label, date_labels, name_labels

_CUT = re.compile(r"\s*[|•·●;\n\x00\t]\s*|\s+[-–—]+\s+|\s*//\s*|\s{3,}|[(\[（【〔〕】）)\]]")
_AND = re.compile(
    r"(?P<joint>\s+(?:and|und|et|y|e|og|och|en|i|ja|a|і|и|й|та|και|ve|dan|và|और|एवं|व|و)\s+)|\s*[,、，&/／;+]\s*|\s+avec\s+"
)
_SPACE, _WIDE = re.compile(r"\s+"), re.compile(r"\s{2,}")
_GLUED_BY = re.compile(r"^By(?=[A-Z][a-z])")
# "嵇南涛 编辑", "王明报道"
_DONE = re.compile(r"^(?P<name>[\u3400-\u9fff]{2,4})\s*(?:(?P<edited>编辑|編輯|校对|责编)|记者|記者|报道|報導|文)$")
# The commonest names of families in Chinese and Korean: who has one of them needs no label.
_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任"
    "卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯温"
    "김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민"
)
_LETTER = r"[^\W\d_]"
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CHARS = r"\u3040-\u30ff\u3400-\u9fff"
_HAN_NAME = re.compile(
    rf"^(?:[{_CHARS}]{{2,4}}|[\uac00-\ud7af]{{2,4}}|[{_CHARS}]{{1,9}}[·・．][{_CHARS}·・．]{{1,12}})$"
)
_JAPANESE_NAME = re.compile(rf"^[{_CHARS}]{{1,4}}[ \u3000][{_CHARS}]{{1,5}}$")
_PAPER = re.compile(r"^(?:本[报報网網]|特[约約]|[實实][习習]|新[华華]社|中新社|[驻駐]\w{1,4}(?=[记記特])|通讯社)\s*")
_KOREAN = re.compile(r"\s?(?:선임)?(?:기자|특파원|논설위원|에디터|인턴기자)(?=$|[\s,=·/])")
_SMALL = frozenset(
    "van von der den de da di do dos das del della dei degli la le el al bin ibn binti av af ter ten zu zur y e i st "
    "san du des af ap ben d' dos".split()
)
_LETTERS_BEHIND = re.compile(r"(?:,?\s+(?:Ph\.?D|M\.?D|MBA|MPH|RDN?|RN|DDS|CFA|JD|MA|MSc?|BSc|CNN)\b\.?)+$")
_ADDRESS = re.compile(r"\S+@\S+|(?<!\w)@\w+|https?://\S+|www\.\S+")
# Words of desks, outlets, roles and pages: with one of them it is nobody's name.
_NOBODY = """
staff writers? reporters? editors? editorial correspondents? admin\\w* team desk bureau news\\w* press media magazine
بتوقيت times post journal gazette herald tribune daily weekly network group board department office university institute
foundation cent(?:er|re) council ministry inc ltd llc gmbh ag contribut\\w+ authors? journalists? columnists?
photographer freelanc\\w+ senior director manager chief executive president special wire reports? service online web
today the company communications co-founder founder published updated posted comments? categor\\w+ tags? share read\\w*
minutes? min views? follow login photos? images? videos? about more home unknown guest anonymous no yes what how why
when who this that our your all new first last world local general affairs relations public agenc\\w+ association
society club studio radio tv channel sports? politics business opinion analysis interview review head winemaker trainer
consultant specialist professor lecturer calendar bio full email sign-up subscribe copy links? listen save print
download guide partager discussion citizen advance gazeta telegraph chronicle examiner courier show url health
(?:gast)?kommentar analyse paid content
redak\\w+ redac\\w+ rédac\\w+ redaz\\w+ redaç\\w+ redakt\\w+ redaks\\w+ reporterin korrespondent\\w* autor\\w* verlag
zeitung presse agentur\\w* nachrichten volont\\w+ gastbeitrag journaliste? correspondante? envoyée? spéciale?
periodista prensa noticias corresponsal enviad\\w+ jornalista repórter agência agencia agencias giornalista inviat\\w+
dziennikar\\w+ agencja редакц\\w+ корреспондент\\w* журналист\\w* агентств\\w+ новост\\w+ редакці\\w+ кореспондент\\w*
συντακτ\\w+ συνταξη δημοσιογραφ\\w+ verslaggever toimitus toimittaja haber\\w* merkezi ajansi editör\\w* muhabir\\w*
tim penulis ban bien bộ phóng pv فريق التحرير وكالات डेस्क ब्यूरो टीम संवाददाता botschaft verband ministerium
"""
_ROLE = re.compile(rf"(?<!{_LETTER})(?:{'|'.join(fold(_NOBODY).split())})(?!{_LETTER})")
_HAN_ROLE = re.compile(
    "编辑|編輯|本报|本報|记者|記者|报道|報導|報道|综合|綜合|日报|日報|晚报|时报|時報|新闻|新聞|网|網|社|部|電|电|取材|뉴스|편집|온라인|신문|일보|방송|기자|特派|来源|來源|责|責"
)
_PLACES = frozenset(
    "new san los las são saint st. st buenos hong tel den rio cape abu kuala addis porto el north south east west nowy "
    "нью нижний ho la le santa sankt bad".split()
)
_OPENING = re.compile(r"(?i)(?:i[mn]|a[mn]|at|on|the|der|die|das|les|los|las|gli|von|für|pour|para|per|how|why) ")
_LONGEST, _MOST_WORDS, _MOST_BARE = 50, 5, 3


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody at `[start, end)` of a text, and as what."""

    kind: Literal["author", "contributor", "source"]
    start: int
    end: int


def people(text: str, pending: Label | None = None, *, alone: bool = False) -> list[Named]:
    """Who is named in a byline. Dates must be blanked out of `text` by "|".

    `pending` is the label that stood in the line before; `alone` allows names without any label.

    >>> [(n.kind, text[n.start:n.end]) for text in ["By Ana Lima and John Roe, Staff writer"] for n in people(text)]
    [('author', 'Ana Lima'), ('author', 'John Roe')]
    >>> people("By the time we left"), people("Ana Lima")
    ([], [])
    """
    text = _ADDRESS.sub(lambda m: "|" * len(m[0]), text)
    found: list[Named] = []
    other = False
    for start, end in _segments(text):
        part = text[start:end]
        at = start + (len(part) - len(_PAPER.sub("", part)))
        label = name_labels().leading(text[at:end])
        if label:
            found += _named(text, at + label.end, end, label)
        elif pending and not found:
            found += _named(text, start, end, pending)
        elif not found and not other:
            found += _unlabelled(text, start, end, alone=alone)
            other = not any(map(str.isdigit, text[start:end]))
    return found


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a byline: between bars, dashes and brackets, and before a label with a colon."""
    inner = [label.start for label in name_labels().find(text) if re.match(r"\s?[:：]", text[label.end :])]
    cuts = [(m.start(), m.end()) for m in _CUT.finditer(text)] + [(at, at) for at in inner]
    start = 0
    for left, right in sorted([*cuts, (len(text), len(text))]):
        if left > start and text[start:left].strip():
            yield start, left
        start = max(start, right)


def _named(text: str, start: int, end: int, label: Label) -> Iterator[Named]:
    """The names behind a label, up to the end of their segment."""
    colon = bool(re.match(r"\s?[:：=＝/／]", text[start:end]))
    sure = not label.loose and (colon or (label.end - label.start > 4 and label.kind == "author"))
    start += len(text[start:end]) - len(text[start:end].lstrip(" :：=＝/／.,-"))
    inner = text[start:end].strip()
    if inner.startswith(","):
        return
    if label.kind == "source":
        inner = (_SPACE if _HAN.search(inner) else _WIDE).split(inner)[0]
        if inner and len(inner) <= _LONGEST:
            yield Named("source", start, start + len(inner))
        return
    pieces = list(_pieces(text, start, end, label.lang))
    if label.lang == "en" and len(pieces) == 2 and not pieces[1][2]:
        pieces = [
            one for one in pieces if one is pieces[0] or is_agency(text[one[0] : one[1]])
        ]  # "By ..., of the Post"
    taken = 0
    for k, (left, right, joined) in enumerate(pieces):
        piece = text[left:right]
        if is_agency(piece):
            yield Named("source", left, right)
        elif (stop := _person(piece, sure=sure and (not k or joined))) and (not k or joined or _listed(piece, pieces)):
            taken += 1
            yield Named("contributor" if label.kind == "contributor" else "author", left, left + stop)
        elif not taken:
            return


def _listed(piece: str, pieces: list[tuple[int, int, bool]]) -> bool:
    """Whether what stands behind a comma is one more name, and not where the author sits or for whom they write."""
    if any(joined for *_, joined in pieces) or _HAN.search(piece):
        return True
    words = piece.split()
    return len(words) == 2 and words[0].lower() not in _PLACES and not piece.isupper()


def _unlabelled(text: str, start: int, end: int, *, alone: bool) -> Iterator[Named]:
    """A name that its own words tell ("김철수 기자"), or that is all there is."""
    part = text[start:end]
    if match := _KOREAN.search(part):
        name = part[: match.start()].split("=")[-1].split()
        if name and _HAN_NAME.match(name[-1]):
            left = start + part.rindex(name[-1], 0, match.start())
            yield Named("author", left, left + len(name[-1]))
    elif match := _DONE.match(part.strip()):
        left = start + part.index(match["name"])
        yield Named("contributor" if match["edited"] else "author", left, left + len(match["name"]))
    elif alone and is_agency(part):
        left = start + len(part) - len(part.lstrip())
        yield Named("source", left, left + len(part.strip()))
    elif alone:
        yield from _bare_names(text, start, end)


def _bare_names(text: str, start: int, end: int) -> Iterator[Named]:
    pieces = list(_pieces(text, start, end, ""))
    for k, (at, right, joined) in enumerate(pieces):
        glued = _GLUED_BY.match(text[at:right])
        left = at + glued.end() if glued else at
        piece = text[left:right]
        stop = _person(piece, sure=False)
        if not stop or (k and not joined and not _listed(piece, pieces)):
            return
        if len(piece.split()) > _MOST_BARE or _OPENING.match(piece) or date_labels().whole(piece):
            return
        if (left + stop < right and not joined) or (_HAN.match(piece) and piece[0] not in _FAMILIES):
            return  # more than a name
        yield Named("author", left, left + stop)


def _pieces(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int, bool]]:
    """The parts between commas and "and", each with whether an "and" stands in front."""
    at, joined = start, False
    cuts = list(_AND.finditer(text, start, end))
    if _HAN.search(text[start:end]) and lang != "ja":
        joints = sorted((m.start(), m.end(), True) for m in [*cuts, *_SPACE.finditer(text, start, end)])
    else:
        joints = [(m.start(), m.end(), bool(m["joint"])) for m in cuts]
    for k, (left, right, word) in enumerate([*joints, (end, end, False)]):
        behind = text[right : joints[k + 1][0] if k + 1 < len(joints) else end].split()
        if word and not _HAN.search(text[start:end]) and len(behind) == 1 and len(text[at:left].split()) > 1:
            continue  # "Ortega y Gasset"
        piece = text[at:left]
        bare = piece.strip(' .:*_"“”-–—')
        if bare:
            offset = at + piece.index(bare)
            yield offset, offset + len(bare), joined
        at, joined = right, word


def _person(text: str, *, sure: bool) -> int:
    """How many characters of `text` are somebody's name; 0 where it is nobody's.

    One word is a name only where the label before it is `sure`.
    """
    if not text or len(text) > _LONGEST or any(map(str.isdigit, text)):
        return 0
    if _HAN.search(text):
        known = _HAN_NAME.match(text) or _JAPANESE_NAME.match(text)
        korean = _KOREAN.search(text)
        if korean and _HAN_NAME.match(text[: korean.start()]):
            return korean.start()
        return len(text) if known and not _HAN_ROLE.search(text) else 0
    text = _LETTERS_BEHIND.sub("", text)
    words = list(re.finditer(r"\S+", text))
    stop = next((k for k, w in enumerate(words) if w[0].islower() and fold(w[0]) not in _SMALL), len(words))
    while stop and (words[stop - 1][0].islower() or words[stop - 1][0] in ("In", "On", "At", "By")):
        stop -= 1
    if not stop or stop > _MOST_WORDS or (stop == 1 and not sure):
        return 0
    name = text[: words[stop - 1].end()]
    if ":" in name or (stop == 1 and is_date(f"1 {name}")) or sum(len(w[0]) == 1 for w in words[:stop]) > 1:
        return 0
    lettered = name[0].isalpha() and all(w[0][0].isalpha() or w[0][0] in "'’“\"(" for w in words[:stop])
    initials = stop == 1 and (len(name) < 3 or name.isupper())
    return 0 if not lettered or words[0][0].islower() or initials or _ROLE.search(fold(name)) else len(name)
