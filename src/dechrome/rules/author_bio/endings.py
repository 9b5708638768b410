"""Boxes at a text's end that are told by a label or a name above them: who wrote it, whom the press may call."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from dechrome.blocks import after, before, believed, is_sentence, last_sentence
from dechrome.rules.author_bio.words import TRADE
from dechrome.templates import is_name
from dechrome.types import Document, Marks

# A sentence wider than this is the article's, unless something says otherwise.
TOLD = 60
ADDRESS = re.compile(
    r"^\W*(?:(?i:e-?mail|mail|contact|twitter|tel|phone|telefon|tél|téléphone|teléfono|telefone|telefono|mobile?|fax"
    r"|тел|τηλ)\.?\s?:?\s*)?(?:\S+@\S+\.\w{2,}|@\w{3,30}|\+?\(?\d[\d ()/.-]{6,20}\d)\W*$"
)
_EXPLICIT = re.compile(
    r"(?i)author|writer|reporter|contributor|autor|auteur|autrice|firma|авто?р|συντάκτ|συγγραφ|作者|この記事|著者|筆者|執筆者"
    r"|ライター|기자|필자|저자|글쓴이|schrijver|författare|skribent|forfatter|kirjoittaja|yazar|penulis|tác giả"
    r"|الكاتب|المؤلف|المحرر|الصحفي|لكاتب|لمؤلف|كاتب المقال|लेखक|लेखिका|रिपोर्टर|संवाददाता|पत्रकार|συντακτ|αρθρογραφ"
    r"|redakt|journalist|periodist"
    r"|giornalist|dziennikar|toimitt|kolumnist|columnist|wartawan|jurnalis|kontributor|người viết|phóng viên"
    r"|muhabir|editör|gazeteci|记者|記者|撰稿|译者|譯者|監修者|投稿者|작성자|작가|기고자|옮긴이|журналіст|журналист"
)
_FIRST_PERSON = re.compile(r"(?:I|I['’]\w+|My|Ich|Je|J['’]\w+|Soy|Sou|Sono|Jestem|Я|Είμαι|Jag|Jeg|Ik)\b")
# A box's lines without a sentence are at most this wide, its sentences this.
_SHORT, _LONGEST = 70, 420
_NAME = 45
_PRESS_LABEL = 0.3  # the confidence of labels above the press's contacts, in phrases.toml
_FEWEST = 3  # sentences of the article before a box


def labelled(document: Document, seen: Marks, rule: str, longest: int) -> Iterator[int]:
    """The boxes under a label: "About the author", "About Ana Lima", "Press contact"."""
    for i in seen.lines(rule):
        line = document.lines[i]
        if line.width > _SHORT:
            continue
        press = seen.confidence(i, rule) <= _PRESS_LABEL
        if not press and not _introduces(document, seen, rule, i):
            continue
        box = [i, *_lines_below(document, seen, rule, i, longest, press=press)]
        texts = [document.lines[j].text for j in box[1:]]
        known = any(ADDRESS.match(t) for t in texts) if press else bool(texts)
        # "About the author" and no more than names: wherever it stands, it is no part of the text.
        bare = not press and line.words >= 2 and not any(is_sentence(document, j) for j in box)
        if known and (_ends(document, seen, box) or (bare and _EXPLICIT.search(line.key) and _named_box(texts))):
            yield from box


def _named_box(texts: list[str]) -> bool:
    """Whether names, addresses and roles are all that stands in a box, in a script without capitals at least two."""
    return len(texts) >= 2 or any(ADDRESS.match(text) or is_bare_name(text) for text in texts)


def _introduces(document: Document, seen: Marks, rule: str, i: int) -> bool:
    line = document.lines[i]
    if line.words >= 2 and _EXPLICIT.search(line.key):
        return True
    below = after(document, i)
    if below is None or line.words > 4 or not any("{name}" in mark.hit.why for mark in seen.on(i, rule)):
        return False
    return bool(_FIRST_PERSON.match(document.lines[below].text))


def _lines_below(document: Document, seen: Marks, rule: str, i: int, longest: int, *, press: bool) -> Iterator[int]:
    """The lines of a box under its label, up to the first that cannot be one."""
    at, told = after(document, i), False
    for _ in range(longest):
        if at is None or (believed(seen, at) and not believed(seen, at, rule, "byline")):
            return
        line = document.lines[at]
        sentence = is_sentence(document, at)
        if sentence and (press or told or line.width > _LONGEST):
            return
        if not sentence and (line.width > _SHORT or line.ends_sentence or (told and not ADDRESS.match(line.text))):
            return
        told |= sentence
        yield at
        at = after(document, at)


def named(document: Document, seen: Marks) -> Iterator[int]:
    """A name of whom the text never speaks, and under it a sentence that begins with it or a trade; one such pair."""
    lines = document.lines
    pairs = [
        (i, below)
        for i, below in pairwise(i for i, line in enumerate(lines) if line.text)
        if len(lines[i].text) <= _NAME
        and len(first := lines[i].text.strip(" *•:").partition(" ")[0]) >= 3
        and (lines[below].text.startswith(first + " ") or TRADE.match(lines[below].text))
        and 30 <= lines[below].width <= _LONGEST
        and is_bare_name(lines[i].text)
        and is_sentence(document, below)
    ]
    if len(pairs) != 1:
        return
    above, i = pairs[0]
    last = lines[above].text.split()[-1]
    spoken = any(last in line.text for j, line in enumerate(lines) if j not in pairs[0] and line.width >= TOLD)
    if not spoken and _ends(document, seen, [above, i]):
        yield from pairs[0]


def signed(document: Document, seen: Marks) -> Iterator[int]:
    """An e-mail address whose first part is the name in the line before or after it, behind the last paragraph."""
    end = _end(document, seen)
    for i in range(end, len(document.lines)):
        text = document.lines[i].text
        if "@" in text and ADDRESS.match(text):
            first = _plain(text.rsplit(":", 1)[-1].partition("@")[0])
            for j in (before(document, i), after(document, i)):
                if j is not None and j >= end and is_bare_name(document.lines[j].text):
                    parts = [_plain(part) for part in document.lines[j].text.split()]
                    if all(part in first for part in parts) or (len(parts[-1]) > 3 and parts[-1] in first):
                        yield from (i, j)


def beside_sure(document: Document, seen: Marks, rule: str) -> Iterator[int]:
    """Labels and names right above or below a line that is sure to be of such a box, behind the last paragraph."""
    own = seen.lines(rule)
    end = _end(document, seen) if own else 0
    for i in own:
        if i >= end and seen.confidence(i, rule) >= 0.85:
            for step in (before, after):
                at = step(document, i)
                for _ in range(2):
                    if at is None or at < end or not _is_furniture(document, seen, rule, at):
                        break
                    yield at
                    at = step(document, at)


def _end(document: Document, seen: Marks) -> int:
    """Where the text ends: behind its last paragraph, or where it has none, its last sentence."""
    body = document.body
    return body.stop if body else last_sentence(document, seen) + 1 or len(document.lines)


def _is_furniture(document: Document, seen: Marks, rule: str, i: int) -> bool:
    line = document.lines[i]
    if is_sentence(document, i) or line.width > _SHORT:
        return False
    return (
        seen.confidence(i, rule) > 0 or line.key == "admin" or is_bare_name(line.text) or bool(ADDRESS.match(line.text))
    )


def _ends(document: Document, seen: Marks, box: list[int]) -> bool:
    """Whether the article stands before a box, and at most one of its sentences behind."""
    told = [
        i
        for i, line in enumerate(document.lines)
        if line.width >= TOLD and is_sentence(document, i) and i not in box and not believed(seen, i)
    ]
    return sum(i < box[0] for i in told) >= _FEWEST and sum(i > box[-1] for i in told) <= 1


def is_bare_name(text: str) -> bool:
    """Whether a line is a name of two to five words.

    >>> is_bare_name("Ana Lima"), is_bare_name("Ana"), is_bare_name("the harbor")
    (True, False, False)
    """
    bare = text.strip(" *•:")
    return 2 <= len(bare.split()) <= 5 and is_name(bare)


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if c.isalnum())
