"""The grammar of picture credits: "Photo: Ana Lima", "(AFP/Ana Lima)", "Ana Lima / Getty Images", "記者王明攝"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dechrome import shape
from dechrome.agencies import all_agencies, is_agency, names_agency, segments, signs_picture
from dechrome.fold import fold
from dechrome.rules.photo_caption.forms import form_of_credit
from dechrome.rules.photo_caption.words import INITIAL, SENTENCE_END, WORDS, alternatives, is_holder

_PICTURE, _SOURCE, _NOTE = (alternatives(WORDS[kind]) for kind in ("picture", "source", "note"))
_LABEL = re.compile(
    rf"(?P<label>(?<![^\W_])(?:(?P<picture>{_PICTURE})|(?P<source>{_SOURCE})))"
    r"(?P<mark> ?[:：=＝|]| ?/(?!/)| ?／| [-–—] | *©|(?<=\.) | by | courtesy (?:of )?(?=\S)"
    r"|\.\.\.(?=[A-Z])|(?<=\bBeeld) (?=[A-Z][\w.-]+ [A-Z]))\s*",
    re.IGNORECASE,
)
_OPEN = ("(", "[", "（", "【", "［", "{")
_CLOSE = (")", "]", "）", "】", "］", "}")
# What may stand before a label in the same line.
_BREAKS = (".", "!", "?", ",", "|", "/", "-", "–", "—", "”", '"', "。", ")", ";", "）", "…", ":", "*", "•")
_QUOTES = ("«", "“", "„", "「")
# Labels that are mostly written small.
_EVER_SMALL = ("fot", "zdj", "nuotr", "фото")
# An editor's mark or a regional service, as agencies sign texts with.
_INITIALS = re.compile(r"^\s*[a-zäöüß]{2,4}\s*$")
_BUTTON = re.compile(r"\s+(?:hide|toggle|show) caption$", re.IGNORECASE)
_COURTESY = re.compile(r"(?:^|(?<=[.!?)”\"] ))(?:(?:Image|Photo)s? )?[Cc]ourtesy (?:of )?(?=\S)")
_GLUED_LABEL = re.compile(
    r"(?<=[a-zäöüßéàáóíñ.!?)”\"])(?=(?:Bild|Foto|Quelle|Credit|Photo|Image|Picture|Source|Fot)\b)"
)
_SIGN = re.compile(r"(?:^|(?<=[\s(\[|/–—.]))(?:©|ⓒ|Ⓒ|\([cC]\)|[Cc]opyright\b:?|COPYRIGHT\b:?)\s*")
_NOTED = re.compile(rf"(?:^|(?<=[.!?。！？\"”»)]) ?|\s*[(\[（【［])(?P<note>{_NOTE})[)\]）】］]?[.]?$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(\[（【［](?P<inside>[^()\[\]（）【】［］]{1,120}(?:\([^()]*\)[^()]*)?)[)\]）】］]$")
_PICTURE_NAMED = re.compile(r"(?i)\b(?:photo|foto|file pic|(?:stock|file) image)s?\b")
_SHOT = re.compile(
    r"(?:^|(?<=[。！？\s（(\[【|]))[（(【\[]?(?:图为|圖為)?(?:(?:新华社|新華社|中新社|中新网|中央社|本报|本報|人民网|通讯员|特约)\s?)?"
    r"(?:发|發)?[（(]?(?:(?:记者|記者|通讯员|通訊員|实习生|摄影师|摄影|攝影)\s?[:：/]?)?\s?"
    r"[^。，！？（）()\s]{2,6}(?:[\s、][^。，！？（）()\s]{1,6}){0,3}\s?"
    r"(?<!拍)(?:摄|攝|摄影|攝影|供图|供圖|摄／|撮影|翻攝)[)）】\]]*[。.]?$"
)
_SHOT_SIGN = re.compile("[摄攝供撮]")  # in all of the above, and found much faster
_JAPANESE = re.compile(
    r"[＝=](?:(?:ロイター|共同|時事|ＡＰ|AP|ＡＦＰ|AFP)[^＝=。]{0,12}|(?:[^＝=。、]{1,20}、){0,3}[^＝=。、]{2,25}(?:撮影|提供)"
    r"|\d{4}年\d{1,2}月\d{1,2}日(?:、[^＝=。、]{2,20}){0,3})[)）]?$"
)
_RIGHTS = re.compile(
    r"(?:/|\s)Copyright \d{4} The AP\. All rights reserved\.?$|\bCopyright \d{4} The AP\. All rights reserved\.?$"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# No credit reaches further back from a line's end.
_LONGEST = 180


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit that ends a line: the column where it begins, how sure it is one (0 to 1), and what tells so."""

    start: int
    sure: float
    why: str


def find_credit(text: str) -> Credit | None:
    """The credit at the end of a line, or that the line is; None where there is none.

    >>> find_credit("Photo: Ana Lima")
    Credit(start=0, sure=0.95, why='a label and a name')
    >>> find_credit("The harbor at dawn. (AFP/Ana Lima)").start
    19
    >>> find_credit("The firm said so on Monday (Reuters).") is None
    True
    """
    body = _BUTTON.sub("", text.rstrip())
    return (
        _labelled(body)
        or _noted(body)
        or _shot(body)
        or _formed(body)
        or _bracketed(body)
        or _courtesy(body)
        or _signed(body)
        or _agency_at_end(body)
    )


def _formed(text: str) -> Credit | None:
    start = form_of_credit(text)
    return None if start is None else Credit(start, 0.9, "a credit's form")


def _labelled(text: str) -> Credit | None:
    found: Credit | None = None
    for match in _LABEL.finditer(text, max(0, len(text) - _LONGEST)):
        found = _judge_label(text, match) or found
        if found and found.start <= match.start():
            break
    if found is None and (glue := _GLUED_LABEL.search(text, max(0, len(text) - _LONGEST))):
        label = _LABEL.match(text, glue.end())
        found = _judge_label(text, label) if label else None
    return found


def _judge_label(text: str, match: re.Match[str]) -> Credit | None:
    """The credit that begins with a label, if what follows could name somebody and nothing runs across the label."""
    start, rest, label = match.start(), text[match.end() :], match["label"]
    before = text[:start].rstrip()
    if before.endswith(_QUOTES):
        return None
    bracket = before.endswith(_OPEN)
    if bracket:
        before = before[:-1].rstrip()
        start = len(before)
    opened = not before or bracket or before.endswith(_BREAKS)
    small = label[0].islower() and not (opened and (not before or bracket or label.startswith(_EVER_SMALL)))
    mark = match["mark"].strip()
    # In brackets behind "photo:", anything short is about the picture.
    noted = bracket and match["picture"] and mark in {":", "："} and text.endswith(_CLOSE) and shape.width(rest) <= 110
    if small or not rest.strip(" ()[]") or not (is_holder(rest) or (noted and not SENTENCE_END.search(rest))):
        return None
    colon = mark in {":", "：", "=", "＝", "©", "/", "／", "|"} or label.endswith(".")
    if match["source"]:
        agency = names_agency(rest.strip(" ()[]"))
        sure = before and (agency or (bracket and colon and signs_picture(rest)))
        return Credit(start, 0.9, "a source beside a caption") if sure else None
    if (not colon or mark in {"/", "／", "|"}) and not (opened or names_agency(rest)):
        return None
    if mark == "|" and before and not names_agency(rest):
        return None
    return Credit(start, 0.95 if opened else 0.9, "a label and a name")


def _noted(text: str) -> Credit | None:
    match = _NOTED.search(text, max(0, len(text) - _LONGEST))
    if not match:
        return None
    bracketed = text[match.start() : match.start("note")].strip()
    long = len(match["note"]) > 4 and match["note"][:1].isupper()
    return Credit(match.start(), 0.92, "a picture's note") if bracketed or long or not match.start() else None


def _shot(text: str) -> Credit | None:
    match = (_SHOT_SIGN.search(text) and _SHOT.search(text)) or _JAPANESE.search(text) or _RIGHTS.search(text)
    if not match:
        return None
    return Credit(match.start(), 0.93, "who took the picture")


def _bracketed(text: str) -> Credit | None:
    match = _BRACKET.search(text)
    if not match:
        return None
    inside = match["inside"].strip()
    if not is_holder(inside):
        return None
    parts = segments(inside)
    if len(parts) > 1 and any(map(is_agency, parts)) and not all(is_agency(p) or _INITIALS.match(p) for p in parts):
        return Credit(match.start(), 0.92, "a name and an agency in brackets")
    if _PICTURE_NAMED.search(inside):
        return Credit(match.start(), 0.92, "a picture's note in brackets")
    if signs_picture(inside) or all_agencies(inside):
        return Credit(match.start(), 0.45, "an agency in brackets")
    return None


def _courtesy(text: str) -> Credit | None:
    match = _COURTESY.search(text, max(0, len(text) - _LONGEST))
    if not match or not is_holder(text[match.end() :]):
        return None
    return Credit(match.start(), 0.9, "courtesy of somebody")


def _signed(text: str) -> Credit | None:
    match = _SIGN.search(text, max(0, len(text) - _LONGEST))
    if not match:
        return None
    rest = text[match.end() :]
    if rest.startswith((",", ";")):  # the captain in a line-up
        return None
    if not is_holder(rest) or re.search(r"rights|reserved|rechte|derechos|droits|права", fold(rest)):
        return None
    if _YEAR.search(rest) and not names_agency(_YEAR.sub("", rest).strip()):
        return None
    if not match[0].strip(" :").startswith(("©", "ⓒ", "Ⓒ", "(")) and not names_agency(rest):
        return None
    return Credit(match.start(), 0.92, "a copyright sign and a name")


def _agency_at_end(text: str) -> Credit | None:
    if shape.ends_sentence(text) and not text.endswith((".de", ".com")):
        return None
    if is_agency(text):
        return Credit(0, 0.9, "an agency alone")
    start = _credit_start(text)
    tail = text[start:].strip()
    parts = segments(tail)
    if not parts or not is_holder(tail):
        return None
    if (
        len(parts) > 1
        and any(is_agency(p) for p in (parts[0], parts[-1], parts[1]))
        and "/" in tail.replace("|", "/").replace(" via ", "/")
    ):
        return Credit(start, 0.9, "a name and an agency")
    if len(parts) == 2 and "/" in tail and (words := parts[0].split()) and is_agency(words[-1]):
        return Credit(start + tail.index(words[-1]), 0.9, "an agency and a name")
    if " via " in tail and is_agency(parts[-1]):
        return Credit(start, 0.9, "via an agency")
    if re.match(r"(?:AP|AFP|EPA|PTI|PA|REUTERS|Reuters) (?:Photo|PHOTO|photo|Image|File)\b", tail):
        return Credit(start, 0.9, "an agency's photo")
    before = text[:start].rstrip()
    if start and before.endswith("|") and signs_picture(tail):
        ended = shape.ends_sentence(before.rstrip("| ")) or bool(
            re.search(r"\([^()]*(?:left|right|center|links|rechts)", before)
        )
        return Credit(len(before) - 1, 0.92 if ended else 0.4, "an agency behind a bar")
    if start and shape.ends_sentence(before) and signs_picture(tail) and tail[:1].isupper():
        return Credit(start, 0.45, "an agency behind a sentence")
    return None


_CREDIT_WORD = (
    r"(?:[^\W\d_a-zà-ÿ][\w.'’\-]*"
    r"|de|van|von|der|den|da|di|del|la|le|el|dpa|imago|picture|alliance|via|for|and|und|images|x)"
)
_CREDIT_TAIL = re.compile(rf"(?:^|(?<=[\s.!?|)]))(?:{_CREDIT_WORD}(?:\s*[/,|]\s*|\s+|$)){{1,12}}$")


def _credit_start(text: str) -> int:
    """Where the run of names at the line's end begins, in the sentence that comes last."""
    last = 0
    for end in SENTENCE_END.finditer(text):
        if not INITIAL.search(text, max(0, end.start() - 20), end.start()) or shape.width(text[end.end() :]) > 60:
            last = end.end()
    if (bar := text.rfind("|")) > last and signs_picture(text[bar + 1 :]) and not is_holder(text[last:]):
        return bar + 1
    if is_holder(text[last:]):
        return last
    window = max(last, len(text) - 110)
    match = _CREDIT_TAIL.search(text, window)
    return match.start() if match else len(text)
