"""The cleaner: built once from options, then used on any number of texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from dechrome.collecting import uncollected
from dechrome.decide import Refusal
from dechrome.errors import unknown
from dechrome.formats import FORMATS, TEXT, read
from dechrome.options import Options
from dechrome.plan import Plan
from dechrome.result import Result
from dechrome.rounds import Round, Rounds
from dechrome.types import Declined, Document, Rule

_TAKES_STR = "{}() takes a str, not {}; decode bytes first, for example data.decode('utf-8')"


class Cleaner:
    """Removes site chrome from texts, the same way each time. Build one and reuse it; it can be pickled.

    Keyword arguments are those of `Options`; `rules` are rule objects of your own, added to the
    installed ones. Raises ConfigError for an option that is wrong, RuleError for a rule that is.

    >>> cleaner = Cleaner(off=["share_bar"], protect=["comments are closed"])
    >>> cleaner.clean("Comments are closed.")
    'Comments are closed.'
    """

    def __init__(self, *, rules: Iterable[Rule] = (), **options: Any) -> None:
        checked, extra = Options.of(**options), tuple(rules)
        with uncollected():
            plan = Plan.of(checked, extra)
        self._set(checked, plan, extra)

    @classmethod
    def from_config(cls, path: str | Path | None = None) -> Self:
        """A cleaner set by a configuration file: `path`, or the nearest from the working folder upward.

        Without any file it is a cleaner without options. Raises ConfigError that names file and key.
        """
        from dechrome.config import find_config, naming, read_config

        found = path if path is not None else find_config()
        if found is None:
            return cls()
        given = read_config(found)
        with naming(found):
            return cls(**given)

    def _set(self, options: Options, plan: Plan, extra: tuple[Rule, ...]) -> None:
        self.options = options
        self._plan = plan
        self._extra = extra
        self._normalizer = options.normalizer()

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self.options, self._extra)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in use, in order of name."""
        return self._plan.rules

    def reading(self, name: str) -> Cleaner:
        """The same cleaner for texts of one format: `text`, `markdown`, `html`. Raises ConfigError for another name."""
        if name not in FORMATS:
            raise unknown("format", name, FORMATS)
        return with_plan(replace(self.options, format=name), self._plan, self._extra)

    def clean(self, text: str) -> str:
        """The article of `text`, in the form that `output` asks for.

        Raises TypeError for anything that is no str, PageError for a page that cannot be read.
        """
        if self.options.output == TEXT:
            return self._run(text, "clean")[-1].left.output
        return self.explain(text).render(self.options.output)

    def explain(self, text: str) -> Result:
        """The article of `text`, with everything removed or declined. Raises TypeError for anything that is no str."""
        rounds = self._run(text, "explain")
        removals = sorted((removal for done in rounds for removal in done.removals), key=lambda r: r.start)
        last = rounds[-1]
        judged = [done for done in rounds if done.judged.lines is last.judged.lines]
        refusals = {(r.mark, r.reason): _declined(last.judged, r) for done in judged for r in done.refusals}
        declined = sorted(refusals.values(), key=lambda d: d.start)
        return Result(last.left.output, tuple(removals), tuple(declined), rounds[0].judged, last.left)

    def clean_many(self, texts: Iterable[str], *, workers: int = 1) -> Iterator[str]:
        """The article of each text, in order; one at a time is read and held, or a few for each worker process."""
        if workers <= 1:
            yield from map(self.clean, texts)
            return
        from dechrome.parallel import ordered_map

        yield from ordered_map(self.clean, texts, workers)

    def _run(self, text: str, caller: str) -> list[Round]:
        """The rounds that it takes until nothing more goes; at least one."""
        if not isinstance(text, str):
            raise TypeError(_TAKES_STR.format(caller, type(text).__name__))
        document = read(text, self._normalizer, self.options.format, fast=self.options.fast)
        return Rounds(self._plan, self.options, self._normalizer).run(document)


def _declined(document: Document, refusal: Refusal) -> Declined:
    mark, line = refusal.mark, document.lines[refusal.mark.line]
    text = line.text[mark.hit.start : mark.hit.end]
    return Declined(
        line.number, line.start, line.end, text, mark.rule, mark.hit.why, refusal.confidence, refusal.reason
    )


def _rebuild(options: Options, extra: tuple[Rule, ...]) -> Cleaner:
    return with_plan(options, Plan.of(options, extra), extra)


def with_plan(options: Options, plan: Plan, extra: tuple[Rule, ...] = ()) -> Cleaner:
    """A cleaner that follows a plan made elsewhere."""
    cleaner = Cleaner.__new__(Cleaner)
    cleaner._set(options, plan, extra)
    return cleaner
