"""Cookie and privacy consent texts, and the notices that stand in for an embed until it is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from dechrome.boxes import fill_gaps, raise_neighbors
from dechrome.pitches import SentenceRule
from dechrome.types import Document, Mark, Marks


@dataclass(frozen=True)
class Consent(SentenceRule):
    r"""Consent texts by their templates or by cues that come together; buttons and headings beside them.

    >>> from dechrome import Cleaner
    >>> page = "The vote is on Tuesday.\nWe use cookies to improve your experience.\nAccept\nReject"
    >>> Cleaner(only=["consent"]).clean(page)
    'The vote is on Tuesday.'
    """

    reach: int = 3
    """How many lines a button or heading may stand from a line that is sure."""

    core: ClassVar[re.Pattern[str]] = re.compile(
        r"cookie|consent|\bpartners\b|gdpr|access information on a device|geolocation|einwillig|externen? inhalt|"
        r"drittplattform|platzhalterinhalt|eingebettete|tracking|datenschutzoption|traceurs|socios|parceiros|"
        r"partneři|"
        r"partnerzy|partnere|kakor|informasjonskaps|evästei|çerez|куки|クッキー|쿠키|ملفات تعريف|कुकी|partner terzi|"
        r"συνεργάτες"
    )
    voice: ClassVar[re.Pattern[str]] = re.compile(
        r"\b(?:we|our|us|this (?:web ?site|site)|wir|unser\w*|uns|diese (?:website|webseite|seite)|"
        r"nous|notre|nos|ce site|nuestr[oa]s?|este sitio|noss[oa]s?|este site|nostr[oaie]|questo sito|"
        r"nasz\w*|мы|наш\w*|wij|onze|deze (?:web)?site|vi|våra?|våre?|vores?|me|naš[ei]|tento web|μας|biz|"
        r"sitemiz\w*)\b"
    )

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The buttons, headings and categories around the sure lines of a consent box."""
        yield from raise_neighbors(document, seen, self.name, self.reach, 0.8)
        yield from fill_gaps(document, seen, self.name, 2, 0.7)


RULE = Consent.beside(__file__)
