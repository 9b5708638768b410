"""Lists of tags, topics, keywords and categories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dechrome import blocks
from dechrome.phrases import PhraseRule
from dechrome.types import Document, Hit, Mark, Marks

_HASHES = re.compile(r"\W*(?:#[\w'\u2019-]+[\s,;|/]*){2,}\W*")
_HASH = re.compile(r"#[\w'\u2019-]{2,40}")
_TAG_WIDTH = 45
_TAG_WORDS = 6
# Above the text, a line of more words may be the headline.
_HEAD_WORDS = 3
_LIST_WIDTH = 320
# So many bars divide a row of a table.
_ROW = 2
_BULLETS = ("- ", "* ", "\u2022 ")
_SEPARATOR = re.compile(r"[,;\u3001\uff0c]| [|/\u00b7\u2022] | #")
# A tag in a list has fewer words.
_ITEM_WORDS = 7


@dataclass(frozen=True)
class Tags(PhraseRule):
    """Labels like "Tags" with their list, in one line or below; hash lists; the sentence of a blog about its tags.

    `max_tags` is the largest number of lines that one label takes along.
    """

    max_tags: int = 25

    def match_known(self, line: str, known: Sequence[int], lang: str | None) -> Iterator[Hit]:
        """What the phrases say of a line that is no row of a table ("Category | Last month | This month")."""
        if line.count("|") < _ROW or ":" in line:
            yield from super().match_known(line, known, lang)

    @cached_property
    def _labels(self) -> frozenset[str]:
        return frozenset(p.text for p in self.phrases if p.kind in ("line", "label"))

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """Labels with the tags below them, and lists of hash words behind the text."""
        for i, line in enumerate(document.lines):
            if line.text and len(line.text) <= _TAG_WIDTH and line.key in self._labels:
                yield from self._below(document, i, seen)
            elif line.text.startswith(("#", "* #", "- #")):
                yield from self._hashes(document, i, seen)

    def _below(self, document: Document, label: int, seen: Marks) -> Iterator[Mark]:
        """The label and the tags below it, where they have the shape of tags."""
        confidence = seen.confidence(label, self.name) or 0.45
        tags = list(self._tags(document, label, seen))
        several = len(tags) > 1 or (tags and _is_list(document.lines[tags[0]].text))
        if confidence >= blocks.BELIEVED:
            yield from blocks.whole(document, self.name, tags, 0.75, "a tag below its label")
        elif several and self._outside(document, label, tags):
            yield from blocks.whole(document, self.name, [label, *tags], 0.7, "a label with tags below it")

    def _tags(self, document: Document, label: int, seen: Marks) -> Iterator[int]:
        """The lines below a label that have the shape of tags; only the first may be a whole list."""
        lead = blocks.lead(document, seen)
        behind = label > lead
        told = behind or lead == len(document.lines)
        title = None if told else blocks.headline(document, lead, seen)
        most_words = _TAG_WORDS if behind else _HEAD_WORDS
        at = blocks.after(document, label)
        first_bulleted = False
        for taken in range(self.max_tags):
            if at is None or at == title or self._known(document, at, seen):
                return
            line = document.lines[at]
            listed = not taken and _is_list(line.text) and not blocks.is_sentence(document, at)
            tag = line.width <= _TAG_WIDTH and line.words <= most_words and not line.ends_sentence
            following = blocks.after(document, at)
            if not (tag or listed) or line.text.endswith(":") or line.text.startswith("|"):
                return
            bulleted = line.text.startswith(_BULLETS)
            if not behind and first_bulleted and not bulleted:
                return  # the headline below a list in front matter
            first_bulleted = bulleted if not taken else first_bulleted
            if not listed and following is not None and blocks.is_sentence(document, following):
                return  # the article's next subheading, or its headline
            yield at
            at = following

    def _known(self, document: Document, position: int, seen: Marks) -> bool:
        """Whether a line is a label itself, or chrome of another kind."""
        others = any(m.rule != self.name and m.hit.confidence >= blocks.BELIEVED for m in seen.on(position))
        return others or document.lines[position].key in self._labels

    def _outside(self, document: Document, label: int, tags: list[int]) -> bool:
        """Whether a list stands before or behind the running text, not in it."""
        return label >= blocks.tail(document).start or tags[-1] < blocks.head(document).stop

    def _hashes(self, document: Document, position: int, seen: Marks) -> Iterator[Mark]:
        text = document.lines[position].text
        last = document.body.stop - 1 if document.body else blocks.last_sentence(document, seen)
        behind = 0 <= last < position
        if _HASHES.fullmatch(text):
            yield from blocks.whole(document, self.name, [position], 0.75 if behind else 0.4, "nothing but hash words")
        elif behind and _HASH.fullmatch(text.lstrip("*- ")):
            around = (blocks.before(document, position), blocks.after(document, position))
            if any(i is not None and _HASH.fullmatch(document.lines[i].text.lstrip("*- ")) for i in around):
                yield from blocks.whole(document, self.name, [position], 0.7, "one of a run of hash words")


def _is_list(text: str) -> bool:
    """Whether a line is several tags with commas or the like between them, and none of them a clause."""
    if len(text) > _LIST_WIDTH or text.startswith("|"):
        return False
    parts = _SEPARATOR.split(text)
    return len(parts) > 1 and all(part.count(" ") < _ITEM_WORDS for part in parts)


RULE = Tags.beside(__file__)
