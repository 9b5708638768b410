"""Everything that is not the article, told by the sequence of lines: a small learned model asks the whole document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from dechrome.errors import ConfigError
from dechrome.notes import is_note
from dechrome.types import Document, Hit, Line, Mark, Marks

if TYPE_CHECKING:
    from dechrome.body.model import BodyModel

# What is less likely to be off the body is no news to anybody.
_LEAST = 0.15
# How surely the headline stays, whatever is said of it.
_HEADLINE = 0.97


@dataclass(frozen=True)
class OffBody:
    """Menus, teasers and notices that no phrase names, by shape, words, place and neighbors.

    `model` is the path of a model of your own; the one that comes with the package where empty.
    """

    name: str = "off_body"
    model: str = ""
    whole: ClassVar[bool] = True

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:  # noqa: ARG002 - it goes by the lines alone
        judged = self._model().judge([_read(line) for line in document.lines])
        for i, (off, why) in enumerate(zip(judged.off, judged.why, strict=True)):
            # An article's corrections and sources stand below it, apart from it.
            if off >= _LEAST and not is_note(document.lines[i]):
                yield Mark(i, self.name, Hit(0, len(document.lines[i].text), off, why))
        for i in judged.headline:
            text = document.lines[i].text
            yield Mark(i, self.name, Hit(0, len(text), _HEADLINE, "the article's headline", keep=True))

    def _model(self) -> BodyModel:
        from dechrome.body import model

        try:
            return model.read(self.model) if self.model else model.load()
        except (OSError, ValueError) as error:
            raise ConfigError(f"{self.name}: the model {self.model!r} cannot be used: {error}") from error


def _read(line: Line) -> str:
    """What a line adds to the text: a picture nothing, whatever stands for it."""
    return "" if line.block and line.block.tag == "img" else line.text


RULE = OffBody()
