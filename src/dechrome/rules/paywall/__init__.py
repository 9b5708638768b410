"""Log-in and subscribe-to-read walls, registration walls, and counters of the articles left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from dechrome.boxes import fill_gaps, raise_neighbors
from dechrome.pitches import SentenceRule
from dechrome.seams import joined
from dechrome.types import Document, Mark, Marks


@dataclass(frozen=True)
class Paywall(SentenceRule):
    r"""The wall's sentences by their templates or by cues that come together; its buttons and benefits beside them.

    >>> from dechrome import Cleaner
    >>> page = "The vote is on Tuesday.\nThis article is reserved for subscribers.\nLog in\nor\nRegister"
    >>> Cleaner(only=["paywall"]).clean(page)
    'The vote is on Tuesday.'
    """

    reach: int = 3
    """How many lines a button, field or benefit may stand from a line that is sure."""
    gap: int = 3
    """How many unknown lines between two sure ones still belong to the wall."""

    core: ClassVar[re.Pattern[str]] = re.compile(
        r"read|article|story|stories|subscriber|reserved|\bnews\b|journalis|"
        r"\bcontent|\bmember|access to|archive|unlock|"
        r"artikel|inhalt|lesen|abo\b|contenu|abonn|lire\b|leer\b|leyendo|suscriptor|suscr[ií]b|lendo|assin|"
        r"legger|"
        r"abbonat|czyta|artyku|prenumer|subskry|pakiet|чита|чтени|подписч|подписк|стать|материал|会员|會員|会員|記事|全文|"
        r"閱讀|阅读|"
        r"기사|구독|회원|lezen|läsa|prenumerant|lese|saken|læse|abonnement|lukem|tilaaj|článek|předplat|okumak|القراءة|पढ़|"
        r"membaca|đọc|ανάγνωση|αναγνωση|συνδρομητ|キャンペーン|読み放題|購読|appareil"
    )
    openers: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:please |to )?(?:subscribe|log ?in|sign in|register|create|unlock|enjoy|get|become|continue|already|"
        r"not a|you have|you've|don't have|if you are|if you're|upgrade|start|try|choose|gift|support|exclusive|"
        r"unlimited|"
        r"access|just|only|read|jetzt|melden sie|lesen sie|testen sie|sichern sie|schließen sie|abonnieren|"
        r"abonnez|connectez|identifiez|profitez|suscr[ií]b|reg[ií]str|inicia|hazte|assine|cadastre|"
        r"abbonati|accedi|registrati|zaloguj|wykup|kup |załóż|odblokuj|оформите|войдите|зарегистрируйтесь|"
        r"neem|word|bli |prenumerera|logga|logg|kjøp|køb|tilaa|předplať)"
    )
    opener_weight: ClassVar[float] = 0.2
    voice: ClassVar[re.Pattern[str]] = re.compile(
        r"\b(?:our|us|you|your|you're|unser\w*|sie|ihre?m?n?|nos|notre|vos|votre|vous|nuestr[oa]s?|tu|tus|"
        r"nossos?|seu|sua|"
        r"nostr[oaie]|tuo|tua|nasz\w*|twoj\w*|вы|вам|ваш\w*|наш\w*|je|jouw|uw|onze|din|ditt|dig|deg|vår\w*|vores)\b"
    )
    voice_weight: ClassVar[float] = 0.1

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The buttons, fields, prices and benefits around the sure lines of a wall."""
        yield from joined(document, seen, self)
        yield from raise_neighbors(document, seen, self.name, self.reach, 0.75)
        yield from fill_gaps(document, seen, self.name, self.gap, 0.7)


RULE = Paywall.beside(__file__)
