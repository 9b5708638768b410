"""What Markdown says of a line beside its text: the element, how much of it is linked, and where its links lead."""

from __future__ import annotations

from collections.abc import Sequence

from dechrome.block import Block
from dechrome.markdown.inline import Piece
from dechrome.targets import targets

IMAGE = "image"
"""Of `Block.tokens`: the line holds an image."""


def block(piece: Piece, path: Sequence[str], tag: str) -> Block:
    """What Markdown says of a piece in these containers."""
    tokens = frozenset({IMAGE}) if piece.images else frozenset()
    leading = frozenset(targets([target for _, _, target in piece.links]))
    return Block("/".join([*path, tag]), tag, tokens, round(piece.link_share, 3), targets=leading)
