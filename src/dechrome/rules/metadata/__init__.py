"""Lines that an export, a feed or front matter put around the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dechrome.blocks import believed, whole
from dechrome.phrases import PhraseRule
from dechrome.types import Document, Hit, Mark, Marks

from .archive import archive_bar
from .fields import BODY_KEYS, FENCE, TITLE_KEYS, URL, Field, is_code, read_field

_SURE = 0.93
_LONGEST_FENCE = 60
# A key that is none of an export: the lines around it are details of an event or a book, and article.
_OTHER_KEY = re.compile(r"^[^\W\d_][\w' ]{1,24}: \S")
_SITE_NAME = re.compile(r"\s+[-|\u2013\u2014\u00b7]\s+[^-|\u2013\u2014\u00b7]{2,40}$")
# "date 2023-01 The two ministers signed ...": what some crawls put in front of a text's first line
_GLUED_DATE = re.compile(r"^date \d{4}-\d\d(?:-\d\d)?\s+(?=[^\s\d:/\u2013\u2014-])")
_RECORD = re.compile(r"""^[{\[]\s*["'][\w@-]+["']\s*:.*[}\]],?$""")


@dataclass(frozen=True)
class Metadata(PhraseRule):
    """Fields, addresses and identifiers at the very start and end of a text.

    `min_run` is how many fields make a record where none of them is clearly a machine's.
    """

    min_run: int = 2

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """Reads the text inwards from both ends as long as there are fields."""
        yield from whole(document, self.name, archive_bar(document), 0.97, "the bar of a web archive")
        filled = [i for i, line in enumerate(document.lines) if line.text]
        if filled and (glued := _GLUED_DATE.match(document.lines[filled[0]].text)):
            yield Mark(filled[0], self.name, Hit(0, glued.end(), _SURE, "a crawl's date in front of the text"))
        if len(filled) < 2:
            return
        fenced = self._fenced(document, filled)
        yield from self._record(document, fenced, fenced=True)
        rest = filled[len(fenced) :]
        head = self._walk(document, seen, rest, at_start=True)
        yield from self._record(document, head)
        taken = set(head)
        backwards = [i for i in reversed(rest) if i not in taken]
        yield from self._record(document, self._walk(document, seen, backwards, at_start=False))

    def _fenced(self, document: Document, filled: Sequence[int]) -> list[int]:
        """Front matter between two fences at the start."""
        text = document.lines[filled[0]].text
        if not FENCE.match(text):
            return []
        for k, i in enumerate(filled[1:_LONGEST_FENCE], start=1):
            line = document.lines[i].text
            if line == text:
                return list(filled[: k + 1]) if k > 1 else []
            if not (read_field(line) or line.startswith(("- ", "* ", "\u2022")) or line.endswith(":")):
                return []
        return []

    def _walk(self, document: Document, seen: Marks, order: Sequence[int], *, at_start: bool) -> list[int]:
        """The fields and codes from one end on, up to the first line that is something else."""
        run: list[int] = []
        for k, i in enumerate(order):
            text = document.lines[i].text
            if self._is_field(document, seen, i) or is_code(text) or text in "{}[]" or _RECORD.match(text):
                run.append(i)
            elif believed(seen, i):
                continue
            elif run and self._repeats(document, i):
                run.append(i)
            elif not run or not self._goes_on(document, order, k):
                if _OTHER_KEY.match(text) and not at_start:
                    return []
                if _OTHER_KEY.match(text) and len(run) < self.min_run + 1:
                    return []
                break
        return run

    def _goes_on(self, document: Document, order: Sequence[int], k: int) -> bool:
        """Whether one label stands between codes: the name of a section between its address and its path."""
        return k + 1 < len(order) and document.lines[order[k]].is_label and is_code(document.lines[order[k + 1]].text)

    def _is_field(self, document: Document, seen: Marks, i: int) -> bool:
        return any(not m.hit.keep for m in seen.on(i, self.name)) and read_field(document.lines[i].text) is not None

    def _repeats(self, document: Document, i: int) -> bool:
        """Whether a line is a headline that stands in the text once more, with or without the site's name."""
        text = document.lines[i].text
        bare = _SITE_NAME.sub("", text)
        return any(j != i and line.text in (text, bare) and line.words >= 3 for j, line in enumerate(document.lines))

    def _record(self, document: Document, run: list[int], *, fenced: bool = False) -> Iterator[Mark]:
        """Marks for the lines of a run, where it is a record."""
        lines = document.lines
        fields = {i: field for i in run if (field := _read(lines[i].text))}
        codes = [i for i in run if is_code(lines[i].text)]
        machine = sum(field.by_machine for field in fields.values()) + len(codes)
        plain = sum(field.plain for field in fields.values())
        json = sum(bool(_RECORD.match(lines[i].text)) for i in run)
        record = len(fields) >= self.min_run and (machine or plain >= self.min_run)
        if not (fenced or record or json or len(codes) >= self.min_run or self._alone(document, run, fields)):
            return
        if run and 0 not in run and not fields and all(URL.match(lines[i].text) for i in run):
            return  # addresses behind a text are its sources
        left = {line.text for i, line in enumerate(lines) if i not in run}
        for i in reversed(run):
            field, text = fields.get(i), lines[i].text
            headline = field is None and not is_code(text) and text not in "{}[]" and not _RECORD.match(text)
            if headline and not fenced and left.isdisjoint((text, _SITE_NAME.sub("", text))):
                left.add(text)
            else:
                yield from self._cut(text, i, field, left)

    def _alone(self, document: Document, run: list[int], fields: dict[int, Field]) -> bool:
        """Whether one field or address is enough: it is a machine's, and the text's first or last line."""
        if len(run) != 1:
            return False
        first = next(i for i, line in enumerate(document.lines) if line.text)
        field = fields.get(run[0])
        if field is None:
            return run[0] == first and document.lines[run[0]].text.startswith(("http", "www."))
        return field.by_machine and (run[0] == first or field.plain)

    def _cut(self, text: str, i: int, field: Field | None, left: set[str]) -> Iterator[Mark]:
        """A line of a record; of a headline that stands nowhere else, and of the text itself, only the key."""
        key = field.key.lower() if field else ""
        if field and (key in BODY_KEYS or (key in TITLE_KEYS and field.value not in left)):
            spans = [(0, field.start), (field.end, len(text))]
        else:
            spans = [(0, len(text))]
        for start, end in spans:
            if start < end:
                yield Mark(i, self.name, Hit(start, end, _SURE, "a field of an export around the text"))


def _read(text: str) -> Field | None:
    """The field that a line is, where it is not an address or a whole record."""
    return None if is_code(text) or _RECORD.match(text) else read_field(text)


RULE = Metadata.beside(__file__)
