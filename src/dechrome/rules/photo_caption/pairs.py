"""Captions by their neighbors: the line before a credit, a caption over several lines, a photograph's block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dechrome.blocks import after, before, group, head, is_sentence, whole
from dechrome.fold import fold
from dechrome.rules.photo_caption.credit import Credit, find_credit
from dechrome.rules.photo_caption.habits import as_elsewhere, in_the_head
from dechrome.rules.photo_caption.shapes import (
    VIRIN,
    is_dated_scene,
    is_fragment,
    is_paragraph,
    looks_like_caption,
    sentences,
    stands_beside,
)
from dechrome.rules.photo_caption.words import is_holder
from dechrome.types import Document, Hit, Line, Mark, Marks

# A caption with a number is at most this long: alternative text, title, caption, "Photo By:", "VIRIN:".
_LONGEST_BLOCK = 7
_COUNTER = re.compile(r"^\W*\d{1,3}\s?(?:/|of|von|de|sur|di|z|av|af|из)\s?\d{1,3}\W*$")
_NUMBER = re.compile(r"^\d{1,2}\.$")
LABEL_ALONE = re.compile(
    r"^\W*(?:photo|image|picture|pic|credit|foto|bild|fot|φωτογραφία|фото|fotoğraf|kuva|beeld|photograph|illustration)s?\s?[:.]$",
    re.IGNORECASE,
)
# A photographed line shorter than this is a name or a heading, not worth the risk.
_SHORTEST = 12
# A headline may follow some teasers; this many paragraphs do not stand before it.
_DEEP = 3
# A phrase without a full stop may be a heading up to these widths.
_LONG_HEADING, _LONGEST_HEADING = 60, 90


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the helpers below share: the document, the rule's marks on it, and the credits in the marked lines."""

    document: Document
    seen: Marks
    rule: str
    credits: dict[int, Credit]

    def text(self, position: int) -> str:
        return self.document.lines[position].text

    def alone(self, position: int) -> bool:
        """Whether a line is a credit and nothing else, and goes."""
        credit = self.credits.get(position)
        return bool(credit and credit.start == 0 and credit.sure >= 0.5)


def captions(document: Document, seen: Marks, rule: str, *, take_captions: bool) -> Iterator[Mark]:
    """The marks that the neighbors of a rule's marks deserve."""
    marked = seen.lines(rule)
    by_line = {i: c for i in marked if (c := find_credit(document.lines[i].text))}
    scene = _Scene(document, seen, rule, by_line)
    for i in marked:
        yield from _split(scene, i)
        if VIRIN.search(scene.text(i)):
            yield from _numbered(scene, i)
        elif take_captions and scene.alone(i):
            yield from _caption_of(scene, i)
        if (credit := by_line.get(i)) and credit.sure < 0.5:
            yield from _agency_behind(scene, i, credit)
    yield from _counters(scene, marked)
    if take_captions:
        yield from _repeated(scene)
        yield from _scenes(scene, marked)
        yield from _habitual(scene, marked)
    yield from _photo_page(scene, marked)


def _split(scene: _Scene, i: int) -> Iterator[Mark]:
    """A caption over several lines: "A harbor (", "Image:", "Getty Images)"."""
    document, text = scene.document, scene.text(i)
    label = bool(LABEL_ALONE.match(text))
    above, below = before(document, i), after(document, i)
    opened = above is not None and scene.text(above).endswith(("(", "[", "（"))
    if opened and above is not None and (label or scene.alone(i)):
        yield from whole(document, scene.rule, [above, i], 0.95, "a caption that ends in the next line's credit")
    if not label:
        return
    if below is not None and is_holder(scene.text(below)) and scene.document.lines[below].width <= 90:
        closed = scene.text(below).rstrip().endswith((")", "]", "）"))
        if opened or text.lstrip().startswith(("(", "[")) or closed or scene.alone(below):
            yield from whole(document, scene.rule, [i, below], 0.95, "a credit over two lines")
    if text.count("(") > text.count(")") and not text.startswith("(") and below is not None:
        yield from whole(document, scene.rule, [i], 0.9, "a caption whose credit comes next")


def _numbered(scene: _Scene, i: int) -> Iterator[Mark]:
    """A numbered photograph's block: alternative text, title, caption, "Photo By:", and the number."""
    document = scene.document
    block = group(document, i)
    why = "beside a photograph's identification number"
    if len(block) <= _LONGEST_BLOCK:
        yield from whole(document, scene.rule, block, 0.95, why)
        return
    taken: list[int] = []
    at = i - 1
    if at >= 0 and re.match(r"(?i)(?:photo|video|image|courtesy)", scene.text(at)):
        taken.append(at)
        at -= 1
    if taken and at >= 0:
        taken.append(at)
        title = at - 1
        if (
            title >= 0
            and document.lines[title].width <= 60
            and not document.lines[title].ends_sentence
            and scene.text(title)
        ):
            taken.append(title)
            if title and 0 < document.lines[title - 1].width <= 180 and sentences(scene.text(title - 1)) == 1:
                taken.append(title - 1)
    yield from whole(document, scene.rule, taken, 0.95, why)


def _caption_of(scene: _Scene, i: int) -> Iterator[Mark]:
    """The caption in the line before a credit, where it has a caption's own signs."""
    document = scene.document
    above, below = before(document, i), i + 1
    if below < len(document.lines) and below not in scene.credits and stands_beside(document.lines[below]):
        yield from whole(document, scene.rule, [below], 0.92, "a caption behind its credit")
        return
    if above is None or scene.alone(above) or above == 0:
        return
    line = document.lines[above]
    if line.width < _SHORTEST:
        return
    if looks_like_caption(line):
        yield from whole(document, scene.rule, [above], 0.92, "a caption before its credit")
        return
    if above in head(document) and not document.body:
        return
    touching = above == i - 1
    block = group(document, i)
    if touching and len(block) == 2 and above not in head(document) and line.words >= 5 and sentences(line.text) == 1:
        yield from whole(document, scene.rule, [above], 0.92, "a caption and its credit between blank lines")
    elif above not in head(document) and _is_scene(line, touching) and _is_deep(scene, above, i):
        yield from whole(document, scene.rule, [above], 0.7, "a phrase between paragraphs, before a credit")
    elif touching and line.words <= 4 and line.text.endswith(".") and line.width >= _SHORTEST:
        yield from whole(document, scene.rule, [above], 0.7, "a name before a credit")


def _is_scene(line: Line, touching: bool) -> bool:
    """Whether a line is a phrase too long for a heading, all the more where a blank line follows."""
    return is_fragment(line) and line.width >= (_LONG_HEADING if touching else _LONGEST_HEADING)


def _between_sentences(scene: _Scene, first: int, last: int) -> bool:
    above, below = before(scene.document, first), after(scene.document, last)
    return (
        above is not None
        and below is not None
        and is_sentence(scene.document, above)
        and is_sentence(scene.document, below)
    )


def _is_deep(scene: _Scene, first: int, last: int) -> bool:
    """Whether lines stand between sentences with three paragraphs before them: no headline comes so late."""
    paragraphs = sum(scene.document.lines[i].is_prose for i in range(first))
    return paragraphs >= _DEEP and _between_sentences(scene, first, last)


def _agency_behind(scene: _Scene, i: int, credit: Credit) -> Iterator[Mark]:
    """A line that ends in no more than an agency's name: a caption in the middle, a sign-off at the end."""
    document, line = scene.document, scene.document.lines[i]
    if credit.start == 0:
        if scene.alone(i) or "alone" in credit.why or (i in head(document)) or _between_sentences(scene, i, i):
            yield from whole(document, scene.rule, [i], 0.8, "an agency alone in brackets")
        return
    told = line.text[: credit.start].rstrip()
    if line.width > 200 or is_paragraph(told) or sentences(told) > 1 or any(c in line.text for c in '"“”„«»「'):
        return
    weak = [j for j, c in scene.credits.items() if c.sure < 0.5 and c.start]
    if len(weak) <= 6 and _between_sentences(scene, i, i) and not line.is_prose:
        yield from whole(document, scene.rule, [i], 0.7, credit.why + " between paragraphs")


def _counters(scene: _Scene, marked: list[int]) -> Iterator[Mark]:
    """A counter as in "1 / 12" beside a caption."""
    for i in marked:
        if scene.seen.confidence(i, scene.rule) < 0.5:
            continue
        for j in (before(scene.document, i), after(scene.document, i)):
            if j is not None and _COUNTER.match(scene.text(j)):
                yield from whole(scene.document, scene.rule, [j], 0.85, "a counter beside a caption")
        if i and scene.alone(i) and _NUMBER.match(scene.text(i - 1)):
            yield from whole(scene.document, scene.rule, [i - 1], 0.85, "a picture's number above its credit")


def _repeated(scene: _Scene) -> Iterator[Mark]:
    """A caption printed again without its credit."""
    known = set()
    for i, credit in scene.credits.items():
        if credit.start and credit.sure >= 0.9:
            known.add(fold(scene.text(i)[: credit.start]).strip(" .(|-"))
    if not known:
        return
    for i, line in enumerate(scene.document.lines):
        if line.width >= 25 and i not in scene.credits and line.folded.strip(" .(|-") in known:
            yield from whole(scene.document, scene.rule, [i], 0.92, "a caption printed again")


def _scenes(scene: _Scene, marked: list[int]) -> Iterator[Mark]:
    """Captions without a credit, in a text that has others: a scene in the present tense with its day."""
    if not any(scene.seen.confidence(i, scene.rule) >= 0.9 for i in marked):
        return
    for i, line in enumerate(scene.document.lines):
        if line.text and 40 <= line.width < 200 and i not in scene.credits and is_dated_scene(line):
            yield from whole(scene.document, scene.rule, [i], 0.7, "a dated scene, in a text with other captions")


def _habitual(scene: _Scene, marked: list[int]) -> Iterator[Mark]:
    """Captions without a sign of their own above credits, as the head and the other credits of the text have them."""
    places = [i for i in marked if scene.alone(i)]
    first = in_the_head(scene.document, scene.seen, places)
    yield from whole(scene.document, scene.rule, first, 0.7, "between a byline or a headline and a credit")
    others = as_elsewhere(scene.document, places)
    yield from whole(scene.document, scene.rule, others, 0.7, "a short sentence above each of the text's credits")


def _photo_page(scene: _Scene, marked: list[int]) -> Iterator[Mark]:
    """Where captions are all the text there is, they are the article, and stay."""
    lines = scene.document.lines
    with_text = {i for i in marked if not scene.alone(i) and lines[i].words >= 6 and _goes_whole(scene, i)}
    if not with_text:
        return
    prose = sum(line.width for i, line in enumerate(lines) if i not in with_text and is_sentence(scene.document, i))
    if prose < 0.5 * sum(lines[i].width for i in with_text):
        for i in sorted(with_text):
            yield Mark(i, scene.rule, Hit(0, len(lines[i].text), 1.0, "the captions are the article", keep=True))


def _goes_whole(scene: _Scene, i: int) -> bool:
    hits = [mark.hit for mark in scene.seen.on(i, scene.rule)]
    return any(hit.confidence >= 0.5 and hit.start == 0 and hit.end == len(scene.text(i)) for hit in hits)
