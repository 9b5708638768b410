"""Everything that is not the article, told by the sequence of lines: a small learned model asks the whole document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from dechrome.blocks import after, before
from dechrome.errors import ConfigError
from dechrome.looks import STAYS
from dechrome.notes import is_note
from dechrome.page_title import named_headline
from dechrome.posts import posts
from dechrome.tables import data_rows
from dechrome.types import Document, Hit, Line, Mark, Marks

if TYPE_CHECKING:
    from dechrome.block import Page
    from dechrome.body.answers import Judgement
    from dechrome.body.arrays import Column
    from dechrome.body.model import BodyModel
    from dechrome.looks import Looks

# What is less likely to be off the body is no news to anybody.
_LEAST = 0.15
# How surely the headline stays, whatever this rule says of it.
_HEADLINE = 0.97
# From so much doubt on trafilatura is asked, which takes longer than all else: for a third of pages, and these gain
# nearly all that all would.
_DOUBTFUL = 0.12
_HALF = 0.5
_DATELINE = re.compile(r"^(?P<place>[^\W\d_]{3,}(?:[ .'’-][^\W\d_]+){0,3})(?:, | ?\()[\w .,()/]{2,40}\W*$")
_DASHES = ("-", "–", "—")


@dataclass(frozen=True)
class OffBody:
    """Menus, teasers and notices that no phrase names, by shape, words, place and neighbors.

    `model` is the path of a model of your own for texts, `page_model` of one for pages in HTML, which knows what
    markup says of each line; those that come with the package where empty.
    """

    name: str = "off_body"
    model: str = ""
    page_model: str = ""
    whole: ClassVar[bool] = True

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:  # noqa: ARG002 - it goes by the lines alone
        judged = self._judged(document)
        # An article's tables look like lists of links.
        named = _named(document, judged)
        spared = {*data_rows(document.lines), *_posts(document, judged.off), *named}
        for i, (off, why) in enumerate(zip(judged.off, judged.why, strict=True)):
            # An article's corrections and sources stand below it, apart from it.
            if off >= _LEAST and i not in spared and not is_note(document.lines[i]) and not _is_dateline(document, i):
                yield Mark(i, self.name, Hit(0, len(document.lines[i].text), off, why))
        for places, sure, why in (
            (judged.headline, _HEADLINE, "the article's headline"),
            (named, STAYS, "the headline that the page's title names"),
        ):
            for i in places:
                yield Mark(i, self.name, Hit(0, len(document.lines[i].text), sure, why, keep=True))

    def agree(self, looks: Looks) -> Sequence[float]:
        """How surely each line that is left goes, by both looks."""
        from dechrome.rules.off_body.twice import both

        return both(looks, self._used(looks.after))

    def _judged(self, document: Document) -> Judgement:
        lines, model = [_read(line) for line in document.lines], self._used(document)
        if document.page is None:
            return model.judge(lines)
        with self._naming("page_model", self.page_model):
            return _of_page(document, document.page, lines, model)

    def _used(self, document: Document) -> BodyModel:
        from dechrome.body import model

        if document.page is None:
            with self._naming("model", self.model):
                return model.read(self.model) if self.model else model.load()
        with self._naming("page_model", self.page_model):
            return model.read(self.page_model) if self.page_model else model.load(model.OF_PAGES)

    @contextmanager
    def _naming(self, setting: str, path: str) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as error:
            raise ConfigError(f"{self.name}: the {setting} {path!r} cannot be used: {error}") from error


def _of_page(document: Document, page: Page, lines: Sequence[str], model: BodyModel) -> Judgement:
    """What the model makes of the lines and their markup; where that leaves doubt, of trafilatura's judgement too."""
    if not page.was_asked:
        judged = model.judge(lines, _markup(document, model.given))
        if page.ask is None or _doubt(lines, judged.off) < _DOUBTFUL:
            return judged
    return model.judge(lines, _markup(document, model.given, judged=True))


def _named(document: Document, judged: Judgement) -> Sequence[int]:
    """The headline that the page's title names: the heading that says the same, or another line above the article.

    It stays however short it is and far from the article, where there is one.
    """
    stays = [i for i, share in enumerate(judged.off) if document.lines[i].text and share < _HALF]
    if document.page is None:
        return named_headline(document, stays)
    if not stays or judged.article < _HALF:
        return []
    from dechrome.html.features import headline

    place, title = headline(document), document.page.facts.get("title", "")
    if place is not None:
        return [place]
    return named_headline(document, stays, title) if title else []


def _doubt(lines: Sequence[str], off: Sequence[float]) -> float:
    """How many letters are expected to be judged wrong, for each that stays."""
    wrong = sum(len(line) * min(share, 1 - share) for line, share in zip(lines, off, strict=True))
    return wrong / max(1, sum(len(line) for line, share in zip(lines, off, strict=True) if share < _HALF))


def _markup(document: Document, asked: Iterable[str], *, judged: bool = False) -> Mapping[str, Column]:
    """What is known of each line beside its text, of what a model asks."""
    import numpy as np

    from dechrome.body.reasons import GIVEN
    from dechrome.html.features import features

    known = features(document, judged=judged)
    names = [name for name in asked if name.removeprefix(GIVEN) in known]
    rows = np.zeros((len(names), len(document.lines)), np.float32)
    standing = np.array([bool(line.text) for line in document.lines], dtype=bool)
    if names:
        rows[:, standing] = [known[name.removeprefix(GIVEN)] for name in names]
    return dict(zip(names, rows, strict=True))


def _posts(document: Document, off: Sequence[float]) -> Iterator[int]:
    """The lines of posts that stand below a line that stays, or below another such post."""
    last: int | None = None
    for post in posts(document):
        above = before(document, post.start)
        if above is not None and (off[above] < _HALF or above == last):
            yield from post
            last = post[-1]


def _is_dateline(document: Document, i: int) -> bool:
    """Whether a line is the place, broken off from its paragraph: "PORTO, May 3 (Reuters) -"."""
    text = document.lines[i].text
    found = _DATELINE.match(text) if text.endswith(_DASHES) else None
    below = after(document, i) if found and found["place"].isupper() else None
    return below is not None and document.reads(below)


def _read(line: Line) -> str:
    """What a line adds to the text: a picture nothing, whatever stands for it."""
    return "" if line.block and line.block.tag == "img" else line.text


RULE = OffBody()
