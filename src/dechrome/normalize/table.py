"""The normalizers, in the order in which they run. Each is a function of one line, and can be switched by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dechrome.normalize.characters import (
    CONTROLS,
    INVISIBLE,
    LIGATURES,
    WIDTH,
    controls,
    invisible,
    ligatures,
    width,
)
from dechrome.normalize.encoding import MOJIBAKE, NFC, SURROGATES, mojibake, nfc, surrogates
from dechrome.normalize.markup import ENTITIES, TAGS, entities, tags
from dechrome.normalize.sign import Sign
from dechrome.normalize.typography import (
    DASHES,
    ELLIPSES,
    PUNCTUATION,
    QUOTES,
    SPACES,
    STOPS,
    dashes,
    ellipses,
    punctuation,
    quotes,
    spaces,
    stops,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One normalizer.

    `needs` says when to run it: in every line that `run` changes one of these signs is found, or one of
    these functions is true.
    """

    name: str
    on: bool
    what: str
    needs: tuple[Sign | Callable[[str], bool], ...]
    run: Callable[[str], str]


# What makes characters comes before what judges them. Spaces come early, as most lines need nothing else.
STEPS: tuple[Step, ...] = (
    Step("surrogates", True, "joins halves of characters; a lone half becomes U+FFFD", SURROGATES, surrogates),
    Step("entities", True, "decodes left-over HTML entities, also doubly escaped ones", ENTITIES, entities),
    Step("mojibake", True, "repairs text that was read in a wrong encoding", MOJIBAKE, mojibake),
    Step("spaces", True, "makes odd spaces and runs of spaces one plain space, strips the line", SPACES, spaces),
    Step("tags", True, "takes out stray HTML tags", TAGS, tags),
    Step("ligatures", True, "writes Latin ligatures as their letters", LIGATURES, ligatures),
    Step("controls", True, "takes out control characters and terminal colors", CONTROLS, controls),
    Step("invisible", True, "takes out soft hyphens and zero-width characters", INVISIBLE, invisible),
    Step("width", False, "gives full-width Latin and half-width kana their usual width", WIDTH, width),
    Step("nfc", True, "composes letters and their accents", NFC, nfc),
    Step("quotes", False, "makes curly quotes straight", QUOTES, quotes),
    Step("dashes", False, "makes every dash a hyphen", DASHES, dashes),
    Step("ellipses", False, "writes an ellipsis as three full stops", ELLIPSES, ellipses),
    Step("stops", True, "takes out a full stop that stands alone behind a sentence", STOPS, stops),
    Step("punctuation", True, "takes out spaces before commas, stops and brackets", PUNCTUATION, punctuation),
)
