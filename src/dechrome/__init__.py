"""dechrome: the article without the site around it.

`clean(text)` gives the article of a text, `explain(text)` also everything that was removed and why,
`Cleaner(...)` does both with options. Everything heavy is imported when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dechrome.block import Block
    from dechrome.cleaner import Cleaner
    from dechrome.errors import ConfigError, DechromeError, PageError, RuleError
    from dechrome.metadata import Fact, Metadata
    from dechrome.phrases import PhraseRule
    from dechrome.result import Edit, Result
    from dechrome.types import (
        Declined,
        Document,
        DocumentRule,
        Hit,
        Line,
        LineRule,
        Mark,
        Marks,
        Removal,
    )

__version__ = "0.1.0"

__all__ = [
    "Block", "Cleaner", "ConfigError", "DechromeError", "Declined", "Document", "DocumentRule", "Edit", "Fact",
    "Hit", "Line", "LineRule", "Mark", "Marks", "Metadata", "PageError", "PhraseRule", "Removal", "Result", "RuleError",
    "clean", "explain",
]  # fmt: skip

_HOME = {
    "Block": "block", "Cleaner": "cleaner", "PhraseRule": "phrases", "Edit": "result", "Result": "result",
    "Fact": "metadata", "Metadata": "metadata",
    "ConfigError": "errors", "DechromeError": "errors", "PageError": "errors",
    "RuleError": "errors",
}  # fmt: skip


def clean(text: str, **options: Any) -> str:
    r"""The article of `text`, as a str without the site's chrome.

    Options are those of `Cleaner`; the cleaners of the last few options are kept, so that the next call is quick.
    Raises TypeError where `text` is no str, ConfigError for a wrong option.

    >>> clean("The vote is on Tuesday.\nAlso read: Ten quotes of the week\nIt will be close.")
    'The vote is on Tuesday.\nIt will be close.'
    """
    from dechrome.default import cleaner

    return cleaner(**options).clean(text)


def explain(text: str, **options: Any) -> Result:
    """The article of `text` as a `Result`: with every removal, everything declined, and the way back.

    Options and errors are those of `clean`.
    """
    from dechrome.default import cleaner

    return cleaner(**options).explain(text)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'dechrome' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"dechrome.{_HOME.get(name, 'types')}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
