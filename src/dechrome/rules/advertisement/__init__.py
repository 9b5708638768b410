"""Ad markers, sponsored boxes, and offers of products that are not the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dechrome import blocks
from dechrome.boxes import raise_neighbors
from dechrome.phrases import PhraseRule
from dechrome.seams import joined
from dechrome.types import Document, Mark, Marks

# Labels over the ad itself: what follows belongs to it. A bare "Advertisement" may stand over the article.
_HEADINGS = re.compile(
    r"(?:sponsored|promoted|paid|partner|branded?) (?:content|links?|stories|story|posts?)|"
    r"sponsored(?: by .*)?|promoted|"
    r"anzeigen|verlagsangebote?|partnerangebote?|gesponserte inhalte|artykuł sponsorowany|linki sponsorowane|"
    r"materiał (?:promocyjny|partnera|partnerski|sponsorowany)|contenus? sponsorisés?|contenu partenaire|"
    r"contenido patrocinado|conteúdo patrocinado|contenuto sponsorizzato|contenuti sponsorizzati|"
    r"новости (?:сми2|партн[её]ров)|новини партнерів|annonsørinnhold|sponsrat innehåll|sponsoreret indhold|"
    r"from around the web"
)
_BULLET = re.compile(r"^\s*[*•+·○▪‣]\s")
# What an offer of a card, a loan or an account is made of; three different ones make it one.
_OFFER = re.compile(
    r"(?P<apply>apply now|learn more at .{3,40} website)$|(?P<fee>annual fee)\b|"
    r"(?P<terms>(?:offer )?terms (?:and conditions )?apply|rates (?:&|and) fees)\b|"
    r"(?P<apr>(?:intro|regular|purchase|variable) apr)\b|(?P<bonus>(?:welcome|bonus|intro|sign-up) (?:offer|bonus))\b|"
    r"(?P<credit>(?:recommended credit|credit needed|recommended credit score|credit score))\b|"
    r"(?P<transfer>balance transfer (?:fee|intro apr))\b|"
    r"(?P<details>card (?:highlights|details)|more things to know|why (?:we like it|you'll like this))\b"
)
# A box of prices and shops: its heading, its prices, its buttons.
_DEALS = re.compile(r"(?:today's |the )?(?:best|top) (?:.{2,60} )?(?:deals|prices|offers)(?: .{2,40})?|compare prices")
_PRICE = re.compile(
    r"(?:from |now |was )?(?:[$\u00a3\u20ac]|us\$|rs\.? ?) ?\d[\d.,]*(?: ?/\w+)?|\d[\d.,]* ?(?:\u20ac|eur|z\u0142|kr)"
)
_BUTTON = re.compile(
    r"(?:view|check|see|buy|shop|visit|get|preorder)(?: (?:at|on|from|deal|price|offer|now))?(?: .{2,30})?"
)
# The words with which these begin, so that most lines need no pattern.
_OFFER_WORDS = frozenset(
    "apply learn annual offer terms rates intro regular purchase variable welcome bonus sign-up recommended credit "
    "balance card more why".split()
)
_LONGEST_PART = 120
_ENOUGH = 3
_LONGEST_NAME = 60
# How many lines may stand between two parts of an offer.
_ROOM = 12


@dataclass(frozen=True)
class Advertisement(PhraseRule):
    r"""Ad markers anywhere; behind the story also what such a label stands over, and offer boxes.

    >>> from dechrome import Cleaner
    >>> Cleaner(only=["advertisement"]).clean("The vote is on Tuesday.\n- Advertisement -\nIt was put off twice.")
    'The vote is on Tuesday.\nIt was put off twice.'
    """

    card: int = 2
    """How many lines behind a label in the tail are the ad that it announces."""
    listed: int = 3
    """How many titles in a list behind a label make it a list of ads, wherever it stands."""

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """What stands behind labels, the parts of offer boxes, and weak markers beside sure ones."""
        yield from joined(document, seen, self)
        yield from raise_neighbors(document, seen, self.name, 2, 0.7)
        tail = blocks.tail(document)
        for position in seen.lines(self.name):
            if _HEADINGS.fullmatch(document.lines[position].key):
                listed = self._listed(document, position)
                if not listed and position in tail:
                    listed = self._card(document, position)
                yield from blocks.whole(document, self.name, listed, 0.75, "behind a label of ads")
            elif _DEALS.fullmatch(document.lines[position].key):
                yield from blocks.whole(document, self.name, _deals(document, position), 0.8, "in a box of offers")
        yield from blocks.whole(document, self.name, _offer(document), 0.92, "an offer behind the story")

    def _listed(self, document: Document, position: int) -> list[int]:
        """The titles with bullets behind a label."""
        found: list[int] = []
        at = blocks.after(document, position)
        while at is not None and _BULLET.match(document.lines[at].text) and not document.lines[at].ends_sentence:
            found.append(at)
            at = blocks.after(document, at)
        return found if len(found) >= self.listed else []

    def _card(self, document: Document, position: int) -> list[int]:
        """A title and its standfirst behind a label."""
        title = blocks.after(document, position)
        if title is None or not document.lines[title].is_title:
            return []
        found = [title]
        text = blocks.after(document, title)
        if text is not None and len(found) < self.card and blocks.is_sentence(document, text):
            found.append(text)
        return found


def _deals(document: Document, heading: int) -> list[int]:
    """The prices and buttons below a heading of offers, with the names of products between; none without a price."""
    found: list[int] = []
    last = heading
    for i in range(heading + 1, len(document.lines)):
        line = document.lines[i]
        if not line.text or line.width > _LONGEST_NAME or i - last > 2 or blocks.is_sentence(document, i):
            break
        if _PRICE.fullmatch(line.folded.strip()) or (last > heading and _BUTTON.fullmatch(line.key)):
            found += range(last + 1, i + 1)
            last = i
    prices = sum(bool(_PRICE.fullmatch(document.lines[i].folded.strip())) for i in found)
    return found if prices else []


def _offer(document: Document) -> list[int]:
    """The lines of an offer that ends the text: nothing but short lines and bullets behind its last part."""
    lines = document.lines
    short = ((i, line.key) for i, line in enumerate(lines) if 0 < len(line.text) <= _LONGEST_PART)
    parts = [(i, m) for i, key in short if key.partition(" ")[0] in _OFFER_WORDS and (m := _OFFER.match(key))]
    kinds = {m.lastgroup for _, m in parts}
    if len(kinds) < _ENOUGH:
        return []
    first, last = parts[0][0], parts[-1][0]
    before = [i for i in range(first) if blocks.is_sentence(document, i)]
    behind = [i for i in range(last + 1, len(lines)) if lines[i].is_prose]
    if len(before) < _ENOUGH or behind or any(b[0] - a[0] > _ROOM for a, b in pairwise(parts)):
        return []
    title = blocks.before(document, first)
    if title is not None and lines[title].is_label:
        first = title
    end = last + 1
    while end < len(lines) and end <= last + 3 and lines[end].text and not blocks.is_sentence(document, end):
        end += 1
    return list(range(first, end))


RULE = Advertisement.beside(__file__)
