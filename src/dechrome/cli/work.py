"""What is done to one file; runs in any process, and touches nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dechrome.cleaner import Cleaner
from dechrome.cli.diff import unified
from dechrome.cli.inputs import Source
from dechrome.errors import DechromeError
from dechrome.files.decoding import decode
from dechrome.files.pages import decode_page, is_page
from dechrome.formats import AUTO, HTML
from dechrome.types import Removal


@dataclass(frozen=True, slots=True)
class Outcome:
    """One source, cleaned; or `error`, which says why it was not.

    `characters` and `places` count what each rule removed. `data` is the cleaned text as it is
    written, `same` whether the source's bytes were that already.
    """

    source: Source
    encoding: str = ""
    broken: int = 0
    chars_in: int = 0
    chars_out: int = 0
    data: bytes = b""
    same: bool = False
    characters: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    has_article: bool = False
    removals: tuple[Removal, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    diff: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Worker:
    """Cleans sources one by one; can be sent to other processes."""

    cleaner: Cleaner
    with_removals: bool = False
    with_diff: bool = False

    def __call__(self, source: Source) -> Outcome:
        """The outcome for one source; a text that cannot be read or cleaned gives one with an error."""
        try:
            return self._clean(source)
        except DechromeError as error:
            return Outcome(source, error=str(error))
        except Exception as error:  # a fault of ours or of a plugin must not stop the other files
            return Outcome(source, error=f"cannot be cleaned ({type(error).__name__}: {error}); please report this")

    def _clean(self, source: Source) -> Outcome:
        data = source.read()
        options = self.cleaner.options
        named = source.format if options.format == AUTO else options.format
        page = named == HTML or (not named and is_page(data))
        decoded = decode_page(data) if page else decode(data)
        cleaner = self.cleaner.reading(HTML) if page else self.cleaner
        result = cleaner.explain(decoded.text)
        written = result.render(options.output)
        cleaned = f"{written}\n".encode() if written else b""
        return Outcome(
            source,
            encoding=decoded.encoding,
            broken=decoded.broken,
            chars_in=len(result.source),
            chars_out=len(result.text),
            data=cleaned,
            same=cleaned == data,
            characters=result.counts,
            places=dict(Counter(removal.rule for removal in result.removals)),
            has_article=result.has_article,
            removals=result.removals if self.with_removals else (),
            metadata=result.metadata.as_dict() if self.with_removals else {},
            diff=tuple(unified(result, source.shown)) if self.with_diff else (),
        )
