"""Cards of other stories inside an article: under a label the name of a section, a title, and a standfirst."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dechrome import blocks
from dechrome.types import Document, Marks

_KICKER_WORDS = 3
_TITLE_WORDS = 4
_STANDFIRST_WIDTH = 500
# So many words of its title come again in a standfirst, if it is one.
_COMMON = 3
_STEM = 6
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3400-\u9fff]{2}")


@dataclass(frozen=True, slots=True)
class Card:
    """A label's position, the lines of the card's head below it, and the sentence that follows, if one does."""

    label: int
    head: tuple[int, ...]
    below: int | None


def cards(document: Document, labels: Iterable[int], seen: Marks) -> list[int]:
    """The lines of the cards under these labels, without the labels.

    The sentence below a card's head is its standfirst where the text holds it twice or where it takes up the
    title's words; one that is vouches for those of the other cards.

    >>> cards(Document("", ()), [], Marks(()))
    []
    """
    found = [card for label in labels if (card := _card(document, label, seen))]
    if not found:
        return []
    lines = document.lines
    count = Counter(line.key for line in lines if line.is_sentence)
    proven = False
    for card in found:
        if card.below is not None:
            text = lines[card.below]
            proven = (
                proven
                or count[text.key] > 1
                or len(_stems(text.folded) & _stems(lines[card.head[-1]].folded)) >= _COMMON
            )
    taken: list[int] = []
    for card in found:
        taken += card.head
        if proven and card.below is not None:
            taken.append(card.below)
    return taken


def _card(document: Document, label: int, seen: Marks) -> Card | None:
    lines = document.lines
    kicker = blocks.after(document, label)
    if kicker is None or kicker + 1 >= len(lines):
        return None
    name, title = lines[kicker], lines[kicker + 1]
    if not 0 < name.words <= _KICKER_WORDS or not name.is_label or name.text.endswith(":"):
        return None
    if title.words < _TITLE_WORDS or not title.is_title or blocks.believed(seen, kicker + 1):
        return None
    below = blocks.after(document, kicker + 1)
    if below == kicker + 2 or below is None:
        return None  # no blank line tells the card from what follows
    standfirst = lines[below].is_sentence and lines[below].width <= _STANDFIRST_WIDTH
    return Card(label, (kicker, kicker + 1), below if standfirst else None)


def _stems(folded: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(folded)}
