"""Comment counts, forms, policies and closed notices, and readers' comments themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from dechrome import blocks
from dechrome.boxes import fill_gaps, raise_neighbors
from dechrome.pitches import SentenceRule
from dechrome.seams import joined
from dechrome.types import Document, Mark, Marks

from .ending import behind
from .threads import find_threads


@dataclass(frozen=True)
class Comments(SentenceRule):
    r"""The furniture by its phrases, the comments by their frames.

    >>> from dechrome import Cleaner
    >>> story = "The vote is on Tuesday this year.\nThe mayor will not run again."
    >>> thread = "2 comments\nAda says:\nAt last.\nReply\nBo says:\nNo.\nReply"
    >>> Cleaner(only=["comments"]).clean(story + "\n" + thread) == story
    True
    """

    reach: int = 3
    """How many lines a field or button may stand from a line that is sure."""
    threads: bool = True
    """Whether readers' comments go, and what stands behind the form for them, or only what stands around them."""

    core: ClassVar[re.Pattern[str]] = re.compile(
        r"comment|komment|koment|комментар|коментар|comentari|comentár|commenti|yorum|reacties|"
        r"reactie\b|σχολι|bình luận|टिप्पण|कमेंट|"
        r"评论|評論|留言|跟贴|コメント|댓글|"
        r"تعليق|discussion|conversation|netiquette|μηνυματα που"
    )
    voice_weight: ClassVar[float] = 0.15
    voice: ClassVar[re.Pattern[str]] = re.compile(
        r"\b(?:your|you|our|we|us|ihre?n?|sie|deine?n?|uns\w*|votre|vos|tu|tus|su|seu|seus|tuo|"
        r"vostri|twój|twoje|ваш\w*|вы|je|uw|din)\b"
    )

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """Fields and buttons beside sure lines, and the threads."""
        yield from joined(document, seen, self)
        yield from raise_neighbors(document, seen, self.name, self.reach, 0.75)
        yield from fill_gaps(document, seen, self.name, 1, 0.65)
        if self.threads:
            threads = list(find_threads(document, seen, self.name))
            for thread in threads:
                positions = range(thread.start, thread.stop)
                confidence = 0.93 if thread.sure else 0.6
                yield from blocks.whole(document, self.name, positions, confidence, "in a thread of comments")
            first = next((range(thread.start, thread.stop) for thread in threads if thread.sure), range(0))
            rest = behind(document, seen, self.name, first)
            yield from blocks.whole(document, self.name, rest, 0.93, "behind the article, from the comments on")


RULE = Comments.beside(__file__)
