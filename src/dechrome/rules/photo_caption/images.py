"""Lines of markup that hold nothing but pictures, and what stands below one in the same paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from dechrome.types import Document


def images(document: Document) -> Iterator[int]:
    """The lines that are pictures: all that can be read of them is the alternative text."""
    return (i for i in document.marked_up if (block := document.lines[i].block) and block.tag == "img")
