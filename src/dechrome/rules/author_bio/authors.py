"""Boxes told by whose name they begin with: that of the article's author, or of a stranger who writes for a living."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dechrome.blocks import after, before, believed, is_sentence
from dechrome.lazy import of_line
from dechrome.outlook import once
from dechrome.pitches import split_sentences
from dechrome.rules.author_bio.endings import ADDRESS, TOLD, is_bare_name
from dechrome.rules.author_bio.words import CONTACT, FULL_NAME, PRESS, PRONOUN, ROLE, STORY
from dechrome.types import Document, Line, Marks

# A sentence about somebody: who it is, what they do.
_VERB = re.compile(
    r"(?i)\s?,?(?: \([^)]{0,40}\))?,? (?:is|was|has|covers?|writes?|wrote|reports?|joined|works?|worked|"
    r"lives|leads|edits|teaches|serves|holds|spent|earned|started|began|enjoys|loves|brings|specializes|specialises|ist|war|arbeitet|"
    r"schreibt|lebt|leitet|studierte|hat|est|a|écrit|travaille|es|ha|escribe|é|escreve|è|scrive|lavora|jest|pisze|zajmuje|"
    r"absolwent\w*|dziennikar\w+|är|skriver|bor|er|on|schrijft|werkt|werkte|píše|пишет|работает|окончил\w*|является|журналист\w*|"
    r"пише|працює|закінчив\w*)\b"
)
_BEING = re.compile(
    r"^(?:\S+ ){2,4}(?:is|ist|est|es|é|è|jest|är|er) (?:the|an?|der|die|das|eine?|l['’]|le|la|une?|el|o|uma?|il|en|ett"
    r")\b"
)
_PERSON = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Ee]lle|[Éé]l|[Ee]lla|[Ee]la|[Ee]le|[Ll]ei|[Ll]ui|[Hh]an|[Hh]on|[Hh]un)\b"
)
_NO_NAMES = ("The ", "A ", "An ", "In ", "This ", "Our ", "Der ", "Die ", "Das ", "Le ", "La ", "El ", "Los ", "Il ")
_LONGEST = 1200
_BELOW = 4  # sentences of a box under its first
_SHORT = 60
_BYLINE = 160
_BEFORE = 5  # sentences of the article before a box that no more than its place and a pronoun tell
_HEAD = 2  # sentences at the most before a box on top of the article


def by_author(document: Document, seen: Marks) -> Iterator[int]:
    """Boxes that begin with the name that stands in the byline, wherever a paragraph's neighbor is no paragraph."""
    bylines = [i for i in seen.lines("byline") if document.lines[i].width <= _BYLINE]
    names = " | ".join(document.lines[i].folded for i in bylines if not is_sentence(document, i) or believed(seen, i))
    if not names:
        return
    taken = -1
    for i, name in _introduced(document, seen):
        line = document.lines[i]
        if i > taken and name.lower() in names and not believed(seen, i, "byline") and _tells(line.text, name):
            box = _box(document, seen, i, name)
            if ROLE.search(line.text) or not (
                _article(document, seen, before(document, box[0]))
                and _article(document, seen, after(document, box[-1]))
            ):
                yield from box
                taken = box[-1]


def by_trade(document: Document, seen: Marks) -> Iterator[int]:
    """The box about a reporter of whom nothing else in the text speaks, where no more of it follows at once."""
    lines = document.lines
    for i, name in _introduced(document, seen):
        line = lines[i]
        if PRESS.search(line.text) and not STORY.search(line.text):
            if not _tells(line.text, name) or not _is_stranger(document, [i], name):
                continue
            box = _box(document, seen, i, name)
            told = sum(is_sentence(document, j) and lines[j].width >= TOLD for j in range(box[0]))
            ends = told > _HEAD and not _article(document, seen, after(document, box[-1]))
            told_so = len(box) > 1 or bool(CONTACT.search(line.text))
            heads = told <= _HEAD and told_so and after(document, box[-1]) is not None
            if (ends or heads) and _is_stranger(document, box, name):
                yield from box


def by_place(document: Document, seen: Marks) -> Iterator[int]:
    """The last sentences of a text, where they say who somebody is of whom nothing before them speaks."""
    lines = document.lines
    beings = [(i, name) for i, name in _introduced(document, seen) if not believed(seen, i)]
    beings = [(i, name) for i, name in beings if _BEING.match(lines[i].text)]
    if len(beings) != 1:
        return
    top, name = beings[0]
    told = [i for i, line in enumerate(lines) if line.is_sentence and not believed(seen, i)]
    if sum(i < top for i in told) < _BEFORE:
        return
    box = _box(document, seen, top, name)
    if told[-1] not in box or STORY.search(lines[top].text) or lines[top].width > _LONGEST:
        return
    text = " ".join(lines[i].text for i in box)
    if _PERSON.search(text) and _is_stranger(document, box, name):
        yield from box


def begins_in(text: str) -> int:
    """The column at which a line begins to speak of the author, or of how to reach them, behind other sentences.

    >>> begins_in("Ana Lima writes on ports. Reach her at lima@gazette.example")
    0
    >>> begins_in("The vote is on Monday. Follow us on X @gazette.")
    22
    """
    for start, stop in split_sentences(text):
        sentence = text[start:stop]
        if CONTACT.search(sentence) or PRONOUN.match(sentence) or _named(sentence):
            return len(text[:start].rstrip())
    return 0


def _introduced(document: Document, seen: Marks) -> list[tuple[int, str]]:
    """The sentences that begin with a name, each with it."""
    return once(
        seen,
        "introduced",
        lambda: [
            (i, name) for i, line in enumerate(document.lines) if line.is_sentence and (name := _begins_with(line))
        ],
    )


@of_line
def _begins_with(line: Line) -> str:
    return _named(line.text)


def _named(text: str) -> str:
    """The first and second name with which a sentence begins, with what stands between; empty where there is none.

    >>> _named("Ana Lima is a reporter."), _named("Ana V. Lima is a reporter."), _named("The lock is old.")
    ('Ana Lima', 'Ana Lima', '')
    """
    found = None if text.startswith(_NO_NAMES) else FULL_NAME.match(text)
    if not found:
        return ""
    words = [word for word in found[0].split()[:3] if not (len(word) == 2 and word[1] == ".")]
    return " ".join(words[:2]) if len(words) >= 2 and not any(word[0].islower() for word in words[:2]) else ""


def _tells(text: str, name: str) -> bool:
    """Whether a sentence that begins with a name says who it is."""
    last = name.split()[1]
    rest = text[text.index(last) + len(last) :]
    return (
        bool(_VERB.match(rest)) or bool(re.match(r"(?: \S+){0,2}? (?i:is|ist|est|es|é|è|jest|är|er) ", rest))
    ) and not STORY.search(text)


def _box(document: Document, seen: Marks, i: int, name: str) -> list[int]:
    """The lines around a sentence about somebody that speak of them too."""
    lines, (first, last) = document.lines, name.split()[:2]
    box = [i]
    at = after(document, i)
    while at is not None and len(box) <= _BELOW:
        line = lines[at]
        told = is_sentence(document, at) and not STORY.search(line.text) and line.width <= _LONGEST
        speaks = PRONOUN.match(line.text) or line.text.startswith(
            (first + " ", last + " ", f"When {first}", "When she", "When he")
        )
        if not ((told and speaks) or ADDRESS.match(line.text)):
            break
        box.append(at)
        at = after(document, at)
    at = before(document, i)
    for _ in range(4):
        if at is None or is_sentence(document, at) or lines[at].width > _SHORT:
            break
        bare = is_bare_name(lines[at].text) and last in lines[at].text
        if bare or ROLE.search(lines[at].text) or seen.confidence(at, "author_bio") > 0:
            box.insert(0, at)
        elif not believed(seen, at):
            break
        at = before(document, at)
    return box


def _article(document: Document, seen: Marks, i: int | None) -> bool:
    """Whether a line is a sentence that no rule knows for chrome."""
    return i is not None and is_sentence(document, i) and not believed(seen, i)


def _is_stranger(document: Document, box: list[int], name: str) -> bool:
    """Whether no sentence but those of the box has the last name."""
    last = name.rsplit(maxsplit=1)[-1]
    return not any(
        last in line.text
        for i, line in enumerate(document.lines)
        if i not in box and line.width >= TOLD and is_sentence(document, i)
    )
