"""Boxes about the author or the outlet, and contact lines; only where the text ends with them, or begins.

Such a box reads like the article, so shape is never enough: a label, the bare name, an address or a handle must
stand beside it, and nothing of the article may follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dechrome.blocks import before, is_sentence, whole
from dechrome.phrases import PhraseRule
from dechrome.rules.author_bio.authors import begins_in, by_author, by_place, by_trade
from dechrome.rules.author_bio.contacts import contacts, outlets
from dechrome.rules.author_bio.endings import ADDRESS, TOLD, beside_sure, is_bare_name, labelled, named, signed
from dechrome.rules.author_bio.words import BIO, CONTACT, FULL_NAME, PRESS, PRONOUN, ROLE, STORY
from dechrome.types import Document, Hit, Mark, Marks


@dataclass(frozen=True)
class AuthorBio(PhraseRule):
    """Who the author is and how to reach them, at the end of a text."""

    longest: int = 6
    """How many lines such a box has at most, blank ones aside."""

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The box that ends the text, read from its last sentence upward."""
        box = self._box(document, seen)
        if box:
            yield from whole(document, self.name, box, 0.92, "a box about the author at the end")
        ends = {*labelled(document, seen, self.name, self.longest), *named(document, seen), *signed(document, seen)}
        ends.update(beside_sure(document, seen, self.name))
        ends.update((*by_author(document, seen), *by_trade(document, seen), *by_place(document, seen)))
        ends.update((*outlets(document, seen), *contacts(document, seen)))
        yield from whole(document, self.name, sorted(ends.difference(box)), 0.92, "a box under a label or a name")
        for i in seen.lines(self.name):
            if 0 < seen.confidence(i, self.name) < 0.5 and i not in box and self._is_contact(document, seen, i):
                text = document.lines[i].text
                yield Mark(i, self.name, Hit(begins_in(text), len(text), 0.92, "how to reach the author, at the end"))

    def _box(self, document: Document, seen: Marks) -> list[int]:
        """The lines of the box, empty where there is none."""
        lines = document.lines
        at = next((i for i in range(len(lines) - 1, -1, -1) if _tells(document, i)), None)
        taken: list[int] = []
        while at is not None and len(taken) < self.longest and self._belongs(document, seen, at, taken):
            taken.append(at)
            at = before(document, at)
        while taken and is_sentence(document, taken[-1]) and not BIO.match(lines[taken[-1]].text):
            taken.pop()
        bios = [i for i in taken if is_sentence(document, i) and BIO.match(lines[i].text)]
        if not bios or sum(_tells(document, i) for i in range(len(lines))) < max(3, len(taken)):
            return []
        beside = [i for i in taken if not is_sentence(document, i)]
        told = any(CONTACT.search(lines[i].text) for i in taken) or self._names_agree(document, bios, beside, seen)
        return sorted(taken) if told or _is_stranger(document, taken) else []

    def _belongs(self, document: Document, seen: Marks, i: int, below: list[int]) -> bool:
        """Whether a line can be part of the box; `below` is what of it stands below."""
        line = document.lines[i]
        if (seen.confidence(i, self.name) > 0 and not line.is_prose) or ADDRESS.match(line.text):
            return True
        if not is_sentence(document, i):
            return bool(below) and (is_bare_name(line.text) or (line.words <= 6 and bool(ROLE.search(line.text))))
        if STORY.search(line.text):
            return False
        return bool(BIO.match(line.text) or PRONOUN.match(line.text)) or self._is_contact(document, seen, i)

    def _names_agree(self, document: Document, bios: list[int], beside: list[int], seen: Marks) -> bool:
        """Whether a label stands beside the sentences, or the bare name with which one of them begins."""
        lines = document.lines
        for i in beside:
            if seen.confidence(i, self.name) > 0 and lines[i].width <= 60:
                return True
            name = lines[i].text.strip(" *•:")
            if any(name.split()[0] in lines[j].text[:60].split() for j in bios if name):
                return True
        return False

    def _is_contact(self, document: Document, seen: Marks, i: int) -> bool:
        """Whether a line says how to reach the author, and no sentence of the article follows."""
        lines = document.lines
        if seen.confidence(i, self.name) == 0 or not CONTACT.search(lines[i].text) or STORY.search(lines[i].text):
            return False
        told = [j for j in range(len(lines)) if lines[j].width >= TOLD and is_sentence(document, j)]
        later = [j for j in told if j > i and seen.confidence(j) < 0.4]
        earlier = any(j < i for j in told)
        return earlier and not later


def _tells(document: Document, i: int) -> bool:
    return document.lines[i].width >= 30 and is_sentence(document, i)


def _is_stranger(document: Document, box: list[int]) -> bool:
    """Whether the box begins with somebody of whom the article never speaks, and who writes for a living."""
    first = document.lines[min(box)].text
    named = FULL_NAME.match(first)
    if not named or not PRESS.search(first):
        return False
    surname = named[0].split()[-1]
    return not any(surname in line.text for i, line in enumerate(document.lines) if i not in box and line.is_prose)


RULE = AuthorBio.beside(__file__)
