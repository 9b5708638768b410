"""Lists, teasers and cards of other stories."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dechrome import blocks
from dechrome.boxes import sticks
from dechrome.markup import is_of_markup
from dechrome.phrases import PhraseRule
from dechrome.rules.related.behind import behind, speaks_of_it
from dechrome.rules.related.dated import carded, dated, ticker
from dechrome.rules.related.inserts import between_inserts
from dechrome.rules.related.linked import linked
from dechrome.rules.related.teasers import teasers
from dechrome.shape import ends_in_stop, leads_over
from dechrome.types import Document, Mark, Marks

_MARKER = re.compile(
    r"(?:[-*+\u2022\u00b7\u25aa\u25cb\u25e6\u2023\u30fb\u00bb\u203a]|\d{1,2}[.)](?=\s)|\d{1,2}$|[a-z]$)"
)
_LONGEST_HEADING = 90
# An item of a marked list is a title with at most so many lines of its own (date, author, standfirst).
_ITEM_LINES = 5
_UNKNOWN_LINES = 40
# What ends the card of another story of the same blog: its category.
_CATEGORY = re.compile(r"(?:in|en|dans|em|w|\u0432) [\"\u00ab] ?[^\"\u00bb]{2,60}[\"\u00bb]")
# Without a noun or an arrow, words like these page through anything.
_TURNS = frozenset(["next", "previous", "prev"])
# Lists of sources inside an article stand under such headings too.
_SOURCES = frozenset(["related resources", "suggested reading"])
# "Previous" and "next" have one title each.
_PAGER_TITLES = 2
# Less sure headings, like "News", name a section above a headline.
_CARD = 0.4
_TITLE_WORDS = 4
_MENU_LABELS = 3
# A line shorter than this, directly above the paragraph where the article goes on, is mostly its next subheading.
_SUBHEADING_WIDTH = 60
_SHORT_SENTENCE = 120


@dataclass(frozen=True)
class Related(PhraseRule):
    """Known headings with the titles, labels and standfirsts below them, up to where the article goes on.

    `min_titles` is how many titles must follow a heading that may mean something else too;
    `max_inside` how many lines a list may have behind which the article goes on.
    """

    min_titles: int = 3
    max_inside: int = 24

    @cached_property
    def _pagers(self) -> frozenset[str]:
        return frozenset(p.text for p in self.phrases if p.kind == "label")

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The lists below the headings, titles in a run behind what closes an article, and cards inside it."""
        begun = blocks.lead(document, seen)
        headings = self._headings(document, seen)
        yield from self._lists(document, headings, begun, seen)
        yield from self._cards(document, headings, seen)
        yield from self._block(document, carded(document, seen, begun), "a card of another story")
        yield from self._block(document, ticker(document, seen, begun), "in a ticker above the article")
        last = len(document.lines) - 1
        if last > begun and last in headings:
            yield from blocks.whole(document, self.name, [last], 0.6, "a heading with nothing below it")
        yield from blocks.whole(document, self.name, self._turns(document, begun, seen), 0.75, "beside other chrome")
        for start, stop in blocks.aftermath(document, seen):
            if stop == len(document.lines):
                yield from self._run(document, range(start, stop), seen)
        yield from blocks.whole(document, self.name, linked(document), 0.9, "one of several linked paragraphs in a row")
        run = (i for i in teasers(document, seen, begun) if blocks.of_whole(document, seen, i) < blocks.BELIEVED)
        yield from self._block(document, run, "one of several teasers that end the text")
        yield from self._block(document, _left_behind(document, seen), "behind the end of the article")

    def _lists(self, document: Document, headings: list[int], begun: int, seen: Marks) -> Iterator[Mark]:
        """The headings of other stories and what hangs on each."""
        done = -1
        for heading in headings:
            if heading <= done:
                continue
            sure = seen.confidence(heading, self.name) >= blocks.BELIEVED
            if not sure and heading < begun:
                continue  # mostly the name of a section
            items = self._items(document, heading, begun, seen)
            cards = (self._blog_cards(document, heading) if heading > begun else []) or dated(document, heading)
            if cards:
                done = cards[-1]
                yield from self._block(document, [heading, *cards], "one of several cards of other stories")
                continue
            if not sure:
                items = self._first_list(document, items, seen)
                if self._is_source_list(document, heading, items):
                    continue
                if not self._is_list(document, items):
                    continue
            if items:
                done = items[-1]
            if not sure:
                yield from blocks.whole(document, self.name, [heading], 0.7, "a heading over titles of other stories")
            own = _own(document, items, seen)
            yield from self._block(document, (i for i in items if i not in own), "under a heading of other stories")

    def _headings(self, document: Document, seen: Marks) -> list[int]:
        """The lines that may head a list: what markup alone speaks of may as well stand in one."""
        found = []
        for i in seen.lines(self.name):
            text = document.lines[i].text
            if len(text) <= _LONGEST_HEADING and not ends_in_stop(text) and not is_of_markup(seen, i, self.name):
                found.append(i)
        return found

    def _items(self, document: Document, heading: int, begun: int, seen: Marks) -> list[int]:
        """The lines that hang on a heading."""
        lines = document.lines
        stop = blocks.resumes(document, heading + 1, seen)
        insert = between_inserts(document, heading, self.name, seen)
        items = insert or [i for i in range(heading + 1, stop) if lines[i].text]
        if lines[heading].key in self._pagers:
            return items[:_PAGER_TITLES] if heading > begun else []
        if heading < begun:
            # What ends a menu is one of its labels, and heads nothing below the gap.
            apart = bool(items) and items[0] > heading + 1
            alone = apart and (":" in lines[heading].key or (heading > 0 and bool(lines[heading - 1].text)))
            return [] if alone else self._above(document, items, begun, seen)
        if insert:
            return insert
        marked = _marked(document, items)
        if stop == len(lines):
            return items[: items.index(marked[-1]) + 1] if marked else _near(items, seen)
        if marked:
            items = items[: items.index(marked[-1]) + 1]
        elif items and lines[items[-1]].width < _SUBHEADING_WIDTH and not sticks(document, heading, items[-1]):
            items.pop()
        return items[: self.max_inside]

    def _blog_cards(self, document: Document, heading: int) -> list[int]:
        """The lines below a heading up to the last category of at least two cards."""
        found: list[int] = []
        items: list[int] = []
        ends = 0
        for i in range(heading + 1, len(document.lines)):
            line = document.lines[i]
            if not line.text:
                continue
            if len(items) > _ITEM_LINES or line.is_prose:
                break
            items.append(i)
            if _CATEGORY.fullmatch(line.folded):
                ends += 1
                found += items
                items = []
        return found if ends > 1 else []

    def _is_source_list(self, document: Document, heading: int, items: Sequence[int]) -> bool:
        """Whether what stands below a heading is a marked list inside the article, which may be its own."""
        marked = bool(items) and all(_MARKER.match(document.lines[i].text) for i in items)
        inside = bool(items) and any(blocks.is_sentence(document, i) for i in range(items[-1] + 1, len(document.lines)))
        return marked and inside and document.lines[heading].key in _SOURCES

    def _turns(self, document: Document, begun: int, seen: Marks) -> Iterator[int]:
        """Bare words for turning pages behind the article's start, beside a line that is known for chrome."""
        for i in seen.lines(self.name):
            if i > begun and document.lines[i].key in _TURNS:
                around = (blocks.before(document, i), blocks.after(document, i))
                if any(j is not None and blocks.believed(seen, j) for j in around):
                    yield i

    def _above(self, document: Document, items: Sequence[int], begun: int, seen: Marks) -> list[int]:
        """Of the items of a list above the article, those that cannot be its headline.

        They go up to the first gap; where the article begins without one, only bullets and numbers tell.
        """
        if not items:
            return []
        stop = blocks.group(document, items[0]).stop
        joined = stop > begun or any(blocks.believed(seen, i, "byline") for i in range(items[0], stop))
        if joined:
            return _marked(document, items)
        title = blocks.headline(document, begun, seen) if begun < len(document.lines) else None
        return [i for i in items if i < stop and i != title]

    def _first_list(self, document: Document, items: Sequence[int], seen: Marks) -> list[int]:
        """The items up to where short labels follow each other, as in a menu, or one leads over to what it names."""
        labels = 0
        for place, i in enumerate(items):
            line = document.lines[i]
            if leads_over(line.text) and line.words > 1:
                return list(items[:place])
            short = line.words < _TITLE_WORDS and not line.is_date and not blocks.believed(seen, i)
            labels = labels + 1 if short else 0
            if labels >= _MENU_LABELS:
                return list(items[: place - labels + 1])
        return list(items)

    def _is_list(self, document: Document, items: Sequence[int]) -> bool:
        """Whether lines below a doubtful heading are titles of other stories."""
        open_ = [i for i in items if document.lines[i].words >= 3 and not document.lines[i].is_date]
        titles = [
            i
            for i in open_
            if document.lines[i].words >= 4 and document.lines[i].width >= 30 and document.lines[i].is_title
        ]
        return len(titles) >= self.min_titles and 5 * len(titles) >= 3 * len(open_)

    def _cards(self, document: Document, headings: Sequence[int], seen: Marks) -> Iterator[Mark]:
        """A doubtful heading that stands again and again, each time over one title."""
        count = Counter(document.lines[i].key for i in headings)
        for i in headings:
            below = blocks.after(document, i)
            sure = seen.confidence(i, self.name)
            if count[document.lines[i].key] < 2 or below is None or not _CARD <= sure < blocks.BELIEVED:
                continue
            line = document.lines[below]
            if line.is_title and line.words >= 4 and not blocks.is_sentence(document, below):
                yield from blocks.whole(document, self.name, [i, below], 0.7, "one of several cards of other stories")

    def _block(self, document: Document, items: Iterable[int], why: str) -> Iterator[Mark]:
        for i in items:
            prose = document.lines[i].is_prose
            yield from blocks.whole(document, self.name, [i], 0.9 if prose else 0.8, why)

    def _run(self, document: Document, stretch: range, seen: Marks) -> Iterator[Mark]:
        """Titles and cut-off standfirsts behind a share bar, a comment form, tags and the like."""
        open_ = [i for i in stretch if document.lines[i].text and not blocks.believed(seen, i)]
        titles = [
            i
            for i in open_
            if document.lines[i].words >= 4 and (document.lines[i].is_title or document.lines[i].trails_off)
        ]
        if len(titles) >= self.min_titles:
            yield from self._block(document, titles, "a title in a run behind the end of the article")


def _own(document: Document, items: Sequence[int], seen: Marks) -> frozenset[int]:
    """The short sentences that the look at the whole text lets stay: behind an insert the article goes on.

    Standfirsts of other stories are longer, and that look takes most of them.
    """
    return frozenset(i for i in items if i in seen.trusted and _is_short(document, i) and not blocks.believed(seen, i))


def _left_behind(document: Document, seen: Marks) -> list[int]:
    """What stands behind the end of the article and is none of its own short sentences."""
    left = [i for i in behind(document, seen) if blocks.of_whole(document, seen, i) < blocks.BELIEVED]
    own = _own(document, left, seen)
    # A single sentence that speaks of something else is hardly ever the article's.
    spared = own if len(own) > 1 or any(speaks_of_it(document, i) for i in own) else frozenset()
    return [i for i in left if i not in spared]


def _is_short(document: Document, position: int) -> bool:
    """Whether a line is one whole sentence, no piece of a paragraph, and no longer than a standfirst mostly is."""
    line = document.lines[position]
    whole = len(document.paragraph(position)) == 1 and not line.text[:1].islower()
    return whole and line.is_sentence and line.width <= _SHORT_SENTENCE


def _marked(document: Document, items: Sequence[int]) -> list[int]:
    """The items led by a bullet or a number, where the first one is; a gap of a few lines is one item's own."""
    if not items or not _MARKER.match(document.lines[items[0]].text):
        return []
    places = [0]
    for place, i in enumerate(items):
        marked = bool(_MARKER.match(document.lines[i].text))
        # Where the items have no lines of their own, a paragraph is the article.
        bare = len(places) > 1 and places[-1] == len(places) - 1
        if place - places[-1] > _ITEM_LINES or (bare and not marked and document.lines[i].is_prose):
            break
        if marked and place:
            places.append(place)
    # The last item may have lines of its own too, as those before it had.
    gap = max((b - a for a, b in pairwise(places)), default=1)
    last = places[-1]
    own = items[last + 1 : last + gap] if len(places) > 2 else []
    return [*(items[place] for place in places), *own]


def _near(items: Sequence[int], seen: Marks) -> list[int]:
    """The items up to where many follow each other of which no rule knows anything."""
    unknown = 0
    for place, i in enumerate(items):
        unknown = 0 if blocks.believed(seen, i) else unknown + 1
        if unknown > _UNKNOWN_LINES:
            return list(items[: place - unknown + 1]) or list(items[:_UNKNOWN_LINES])
    return list(items)


RULE = Related.beside(__file__)
