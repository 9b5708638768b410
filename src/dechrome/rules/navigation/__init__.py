"""Skip links, menus, breadcrumbs, section labels, search boxes, pagination."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dechrome import blocks
from dechrome.phrases import PhraseRule
from dechrome.rules.navigation.contents import tables_of_contents
from dechrome.rules.navigation.header import leads_to_title, numbered_path, site_name, vertical_path
from dechrome.rules.navigation.links import link_rows, place_lists, script_labels
from dechrome.rules.navigation.strung import strung, stuffed
from dechrome.rules.navigation.top import bulleted, capitals, is_kicker, is_menu, kicker, linked
from dechrome.rules.navigation.trail import breadcrumb
from dechrome.seams import joined
from dechrome.sections import is_section, names_section
from dechrome.types import Document, Line, Mark, Marks

_LABEL_WIDTH = 34
_LABEL_WORDS = 4
_MENU_WORD = 0.25
# One of so many labels at least must be a known word.
_KNOWN_SHARE = 6
_LONG_MENU = 8
_INNER_STOP = re.compile(r"[.!?]\s+\S")
_EMPTY = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Navigation(PhraseRule):
    """Known words of menus, and the shape of menus before and behind the running text.

    `min_run` is how many short labels in a row make a menu where no word of them is known; with `contents` off,
    tables of contents stay.
    """

    min_run: int = 4
    contents: bool = True

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """Section names, breadcrumbs and menus above the headline, and menus behind the end of the article."""
        yield from joined(document, seen, self)
        lead = blocks.lead(document, seen)
        if lead < len(document.lines):
            title = blocks.headline(document, lead, seen)
            yield from self._head(document, lead, title)
            if title is not None:
                yield from self._runs(document, seen, range(title), self.min_run)
                path = vertical_path(document, title)
                yield from blocks.whole(document, self.name, path, 0.7, "a breadcrumb in lines above the headline")
                yield from blocks.whole(document, self.name, site_name(document, seen, title), 0.7, "above the menu")
                items = bulleted(document, seen, title)
                yield from blocks.whole(document, self.name, items, 0.7, "an item of a menu above the headline")
                rows = capitals(document, seen, title)
                yield from blocks.whole(document, self.name, rows, 0.7, "a menu in capitals above the headline")
                if (label := kicker(document, seen, title)) is not None:
                    yield from blocks.whole(document, self.name, [label], 0.65, "a label between menu and headline")
            last = blocks.last_sentence(document, seen)
            yield from self._runs(document, seen, range(last + 1, len(document.lines)), 2 * self.min_run)
        for table in tables_of_contents(document) if self.contents else ():
            yield from blocks.whole(
                document, self.name, table, 0.8, "a table of contents: the subheadings below repeat it"
            )
        yield from blocks.whole(document, self.name, linked(document), 0.7, "a label with its own address")
        yield from blocks.whole(document, self.name, link_rows(document), 0.9, "several links and nothing else")
        yield from blocks.whole(
            document, self.name, place_lists(document), 0.7, "a list of links to places on the page"
        )
        yield from blocks.whole(document, self.name, script_labels(document), 0.7, "a label whose link is a script")
        yield from blocks.whole(document, self.name, strung(document), 0.8, "many items in one line outside the text")
        yield from blocks.whole(document, self.name, stuffed(document), 0.9, "words for search engines in one line")
        for start, stop in blocks.aftermath(document, seen):
            yield from self._tail(document, start, stop)

    def _head(self, document: Document, lead: int, title: int | None) -> Iterator[Mark]:
        """Lines before the running text that are known for what they say, wherever they stand there."""
        sections, steps = [], []
        for i in range(lead):
            line = document.lines[i]
            if not line.text or i == title:
                continue
            if path := numbered_path(document, i):
                yield from blocks.whole(document, self.name, path, 0.7, "a numbered breadcrumb above the text")
            elif (sure := breadcrumb(line.text)) > 0.5:
                yield from blocks.whole(document, self.name, [i], sure, "a breadcrumb above the text")
            elif sure:
                steps.append(i)
            elif leads_to_title(document, i, lead):
                yield from blocks.whole(document, self.name, [i], 0.8, "a breadcrumb that ends in the headline")
            elif (names_section(line) and not line.ends_sentence) or is_kicker(line):
                sections.append(i)
            elif is_menu(line):
                yield from blocks.whole(document, self.name, [i], 0.7, "a menu in one line")
        if title is not None:
            if len(steps) == 1 and steps[0] < title and not any(line.text for line in document.lines[: steps[0]]):
                yield from blocks.whole(document, self.name, steps, 0.7, "two steps of a breadcrumb on top")
            yield from blocks.whole(document, self.name, sections, 0.75, "the name of a section above the text")
            yield from self._shouted(document, sections, title)
        elif sections and not self._is_subject(document, sections[0], lead):
            yield from blocks.whole(document, self.name, sections, 0.6, "the name of a section above the text")

    def _is_subject(self, document: Document, label: int, lead: int) -> bool:
        """Whether what looks like a section's name is what the text is about, or one of its subheadings."""
        key = document.lines[label].key
        if key in document.lines[lead].folded:
            return True
        return any(is_section(line.text) for line in document.lines[lead + 1 :] if 0 < len(line.text) < _LABEL_WIDTH)

    def _shouted(self, document: Document, sections: Sequence[int], title: int) -> Iterator[Mark]:
        """Capitals between the name of a section and a headline that is no cry itself."""
        for section in sections:
            below = blocks.after(document, section)
            if below is None or below >= title or below in sections:
                continue
            line = document.lines[below]
            if line.text.isupper() and line.words <= _LABEL_WORDS and not document.lines[title].text.isupper():
                yield from blocks.whole(document, self.name, [below], 0.65, "a kicker below the name of a section")

    def _runs(self, document: Document, seen: Marks, span: range, least: int) -> Iterator[Mark]:
        """Runs of labels among which enough are known words of menus."""
        run: list[int] = []
        for i in range(span.start, span.stop + 1):
            line = document.lines[i] if i < span.stop else None
            known = line is not None and seen.confidence(i, self.name) >= _MENU_WORD
            if line is not None and (not line.text or blocks.believed(seen, i) or known or self._is_label(line)):
                run += [i] if line.text else []
                continue
            words = [j for j in run if self._is_menu_word(document.lines[j], seen.confidence(j, self.name))]
            own = len(run) - sum(blocks.believed(seen, j) for j in run if j not in words)
            if len(words) >= 2 and own >= least and _KNOWN_SHARE * len(words) >= own:
                # Three words and more may be a headline; among many entries they are one of them.
                short = [j for j in run if document.lines[j].words < 3 or j in words or own >= _LONG_MENU]
                yield from blocks.whole(document, self.name, short, 0.7, "in a run of labels outside the text")
            run = []

    def _is_menu_word(self, line: Line, confidence: float) -> bool:
        return confidence >= _MENU_WORD or names_section(line)

    def _tail(self, document: Document, start: int, stop: int) -> Iterator[Mark]:
        """Labels behind the end of the article; where running text goes on behind them, only long runs."""
        ends = stop == len(document.lines)
        run: list[int] = []
        for i in range(start, stop + 1):
            line = document.lines[i] if i < stop else None
            if line is not None and (not line.text or self._is_label(line) or is_menu(line)):
                run += [i] if line.text else []
                continue
            if ends and len(run) >= 2:
                yield from blocks.whole(document, self.name, run, 0.7, "in a run of labels behind the article")
            elif len(run) >= 2 * self.min_run:
                # The last may be the subheading of what comes.
                yield from blocks.whole(document, self.name, run[:-1], 0.7, "in a long run of labels")
            run = []

    def _is_label(self, line: Line) -> bool:
        """Whether a line has the shape of an entry in a menu."""
        if line.width > _LABEL_WIDTH or _EMPTY.fullmatch(line.text):
            return line.width <= _LABEL_WIDTH
        if line.text[:1].islower() or line.text.endswith(",") or _INNER_STOP.search(line.text):
            return False  # a piece of text that was broken into short lines
        return line.words <= _LABEL_WORDS and not line.ends_sentence and not line.is_date


RULE = Navigation.beside(__file__)
