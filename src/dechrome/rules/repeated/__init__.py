"""What one page prints twice: menus above and below the text, a headline or a caption for each size of screen."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dechrome import blocks
from dechrome.page_title import in_pieces, letters_of, page_title
from dechrome.rules.repeated.passages import is_code, second_copies
from dechrome.types import Document, Line, Mark, Marks

_NAME = "repeated"
# Fewer words than this are no headline, so that no copy of them needs to stay.
_HEADLINE_WORDS = 3
# A line of so many looks like one, of so many hardly like anything else.
_TITLE_WORDS = 4
_SURE_WORDS = 5
# A line around the headline has so many words more; and a headline so many letters in any script.
_WRAPPING, _LEAST_SAID = 6, 8
# So many lines that begin with the headline are a song's.
_VERSES = 3
_DASHES = ("-", "\u2013", "\u2014")
_MOST_COPIES = 3
# So many different lines that come so often each are a refrain: a page has one headline, or two.
_REFRAIN, _OFTEN = 3, 3
# A line as wide as this is no verse: printed twice in a row, it is no refrain.
_NO_VERSE = 60
_SHORTEST = 3  # characters of a label
# Prices and other cells come twice, and so do lines of code.
_NO_LABEL = re.compile(r"[\d=<>{}$\u20ac/\\]")
_TIME = re.compile(r"\W*(?:[01]?\d|2[0-3])[:.][0-5]\d\s")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Repeated:
    """Labels that stand twice outside the article, and the second of two copies of anything longer."""

    name: str = _NAME
    longest_group: int = 4
    """How many lines a group has at most that is printed twice in a row."""

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The copies that go, each with where the other stands."""
        lines = [i for i, line in enumerate(document.lines) if line.text and not blocks.believed(seen, i)]
        start, stop = blocks.lead(document, seen), blocks.last_sentence(document, seen)
        again = self._in_a_row(document, lines, start)
        yield from blocks.whole(document, self.name, again, 0.95, "the same as what stands right above")
        passages = [i for i in second_copies(document, lines) if i not in again]
        yield from blocks.whole(document, self.name, passages, 0.9, "a passage that stands further up already")
        named = page_title(document, seen)
        yield from blocks.whole(document, self.name, named, 0.9, "the page's title: the headline and the site's name")
        if start <= stop:
            once = [i for i in lines if i not in again]
            title = blocks.headline(document, start, seen)
            yield from self._labels(document, once, start, stop, title)
            outside = [i for i in once if not start <= i <= stop]
            behind = [i for i in lines if i > stop]
            if _is_sung(document, title, behind):
                outside = [i for i in outside if i < start]
            copies = self._headlines(document, outside, start, title)
            yield from blocks.whole(document, self.name, copies, 0.7, "the headline, printed again nearer to the text")
            wrapped = list(_wrapped(document, title, behind))
            yield from blocks.whole(document, self.name, wrapped, 0.8, "the headline in a line of the page's own")

    def _headlines(self, document: Document, lines: Sequence[int], start: int, title: int | None) -> list[int]:
        """The copies, among `lines`, of the headline and of what else may be one above the text, but the lowest there.

        A headline may stand in pieces, with a kicker above it or a line of its own for its second half.
        """
        if _has_refrain(document, lines):
            return []
        lowest = {
            said: pieces
            for pieces, words, said in in_pieces(document, [i for i in lines if i < start])
            if words >= (_HEADLINE_WORDS if pieces == [title] else _SURE_WORDS)
            and not any(_is_no_title(document.lines[i]) for i in pieces)
        }
        return [i for i in lines if i not in lowest.get(_said(document.lines[i]), (i,))]

    def _labels(self, document: Document, lines: list[int], start: int, stop: int, title: int | None) -> Iterator[Mark]:
        """Short labels whose copies all stand above the text (it begins at `start`) or below it (`stop`).

        What may be a headline stays: where no line looks like one (`title`), the text's first line may be a short one.
        """
        kept = {title}
        unlike = title is None or document.lines[title].words < _TITLE_WORDS or document.lines[title].text[0].isdigit()
        if unlike and document.lines[lines[0]].words > 1:
            kept.add(lines[0])
        copies: dict[str, list[int]] = defaultdict(list)
        for i in lines:
            if (i < start or i > stop) and document.lines[i].is_label:
                copies[document.lines[i].key].append(i)
        inside = {document.lines[i].key for i in lines if start <= i <= stop}
        for key, places in copies.items():
            if len(places) < 2 or key in inside or len(key) < _SHORTEST or _NO_LABEL.search(key):
                continue
            if all((j := blocks.after(document, i)) is not None and document.lines[j].ends_sentence for i in places):
                continue  # who speaks next, in a play
            cells = all(_beside_numbers(document, lines, i) for i in places)
            if document.lines[places[0]].words < _HEADLINE_WORDS and not cells:
                labels = [i for i in places if i not in kept]
                yield from blocks.whole(document, self.name, labels, 0.6, "a label printed twice outside the text")

    def _in_a_row(self, document: Document, lines: Sequence[int], start: int) -> list[int]:
        """The second of groups of lines that are printed twice at once, unless they may be verses, code or cells."""
        keys = [document.lines[i].key for i in lines]
        twice = {key for key, count in Counter(keys).items() if count > 1}
        again: list[int] = []
        at = 0
        while twice and at < len(lines):
            if keys[at] not in twice:
                at += 1
                continue
            lengths = range(1, self.longest_group + 1)
            length = next((n for n in lengths if keys[at : at + n] == keys[at + n : at + 2 * n]), 0)
            copies = 1
            while length and keys[at : at + length] == keys[at + copies * length : at + (copies + 1) * length]:
                copies += 1
            group, end = lines[at : at + length], at + max(1, copies * length)
            # What comes more often is no matter of screens.
            if copies <= _MOST_COPIES and any(_stands_once(document.lines[i], above=i < start) for i in group):
                again += lines[at + length : end]
            at = end
        return again


def _is_sung(document: Document, title: int | None, behind: Sequence[int]) -> bool:
    """Whether line after line behind the text begins with the headline, as verses do."""
    said = letters_of(document.lines[title]) if title is not None else ""
    return bool(said) and sum(letters_of(document.lines[i]).startswith(said) for i in behind) >= _VERSES


def _wrapped(document: Document, title: int | None, behind: Sequence[int]) -> Iterator[int]:
    """What says of the article that comments are closed or who may share it: its headline and few words.

    "Comments Off on Ferry runs again", "3 thoughts on “Ferry runs again”", behind the text.
    """
    said = letters_of(document.lines[title]) if title is not None else ""
    if title is None or document.lines[title].words < _HEADLINE_WORDS or len(said) < _LEAST_SAID:
        return
    letters = {i: letters_of(document.lines[i]) for i in behind}
    opening = [i for i in behind if letters[i].startswith(said)]
    for i in behind:
        line = document.lines[i]
        few = 0 <= line.words - document.lines[title].words <= _WRAPPING and not line.is_prose
        # More than one line that begins with it: the verses of a song.
        if few and letters[i] != said and letters[i].endswith(said) | (opening == [i]):
            yield i


def _beside_numbers(document: Document, lines: list[int], i: int) -> bool:
    """Whether a line next to this one holds a number, as the cells of a table do."""
    at = bisect_left(lines, i)
    near = lines[max(0, at - 1) : at] + lines[at + 1 : at + 2]
    return any(_NUMBER.search(document.lines[j].text) and not document.lines[j].ends_sentence for j in near)


def _has_refrain(document: Document, lines: Sequence[int]) -> bool:
    """Whether there are verses that come again and again."""
    wordy = Counter(document.lines[i].key for i in lines if document.lines[i].words >= _SURE_WORDS)
    return sum(count >= _OFTEN for count in wordy.values()) >= _REFRAIN


def _said(line: Line) -> str:
    """The letters of a line, without the time of day that a ticker puts in front of a headline."""
    letters = letters_of(line)
    time = _TIME.match(line.text)
    return letters[sum(map(str.isdigit, time[0])) :] if time else letters


def _is_no_title(line: Line) -> bool:
    """Whether a line is code, or says who said what stands above it: that comes again below many a saying."""
    return line.text.startswith(_DASHES) or is_code(line)


def _stands_once(line: Line, *, above: bool) -> bool:
    """Whether no article prints such a line twice in a row; above the text, captions need no full stop for that."""
    if line.width < _NO_VERSE or is_code(line):
        return False
    return line.is_sentence or (above and line.words >= _HEADLINE_WORDS)


RULE = Repeated()
