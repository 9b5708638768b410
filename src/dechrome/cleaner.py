"""The cleaner: built once from options, then used on any number of texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from dechrome.cutting import apply
from dechrome.decide import Refusal, decide
from dechrome.formats import MARKDOWN, read
from dechrome.language import detect
from dechrome.options import Options
from dechrome.plan import Plan
from dechrome.reread import reread
from dechrome.result import Result
from dechrome.types import Declined, Document, DocumentRule, Hit, Line, Mark, Marks, Removal, Rule

# A removal may bare another (a heading whose list is gone), so the rules run again on what is left
# until nothing more goes: cleaning what was cleaned changes nothing. Real pages take two or three rounds.
_ROUNDS = 25
# No line of an article is longer; what is, was never cut into lines, and no rule is asked about it.
_LONGEST_LINE = 20_000

# The names of line rules, each with a hit of it.
Said = tuple[tuple[str, Hit], ...]

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
        self._set(checked, Plan.of(checked, extra), extra)

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

    def clean(self, text: str) -> str:
        """The article of `text`. Raises TypeError for anything that is no str."""
        return self._run(text, "clean")[-1].left.output

    def explain(self, text: str) -> Result:
        """The article of `text`, with everything removed or declined. Raises TypeError for anything that is no str."""
        rounds = self._run(text, "explain")
        removals = sorted((removal for done in rounds for removal in done.removals), key=lambda r: r.start)
        last = rounds[-1]
        judged = [done for done in rounds if done.judged is last.judged]
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

    def _run(self, text: str, caller: str) -> list[_Round]:
        """The rounds that it takes until nothing more goes; at least one."""
        if not isinstance(text, str):
            raise TypeError(_TAKES_STR.format(caller, type(text).__name__))
        document = read(text, self._normalizer, self.options.format, fast=self.options.fast)
        memo: dict[str, Said] = {}
        rounds = self._rounds(document, memo)
        while document.verbatim and len(rounds) < _ROUNDS:
            again = reread(rounds[-1].left, lambda left: read(left, self._normalizer, MARKDOWN))
            if again is None:
                break
            rounds += self._rounds(again, memo)
        if document.page is not None:
            # As plain text, what is left of a page must be left alone too: cleaning it again changes nothing.
            rounds += self._rounds(replace(rounds[-1].left, page=None), memo)
        if self._plan.last_rules:
            rounds.append(self._round(rounds[-1].left, memo, self._plan.last_rules))
        return rounds

    def _rounds(self, document: Document, memo: dict[str, Said]) -> list[_Round]:
        """The rounds that it takes until nothing more goes of a document; at least one."""
        rounds: list[_Round] = []
        while len(rounds) < _ROUNDS:
            rounds += self._usual_rounds(document, memo, _ROUNDS - len(rounds))
            document = rounds[-1].left
            if not self._plan.late_rules:
                break
            rounds.append(self._late_round(document, memo))
            if not rounds[-1].removals:
                break
            document = rounds[-1].left
        return rounds

    def _usual_rounds(self, document: Document, memo: dict[str, Said], most: int) -> list[_Round]:
        """Rounds of the other rules until they have nothing more to take; at least one, and no more than `most`."""
        rounds: list[_Round] = []
        while not rounds or (rounds[-1].removals and len(rounds) < most):
            # Told again from what is left: the result's own language must be the one it was cleaned by.
            stated = document.meta.get("language") if document.page else None
            lang = self.options.lang or detect(_text(document)) or stated
            if lang != document.lang:
                document = replace(document, lang=lang)
                memo.clear()
            rounds.append(self._round(document, memo, self._plan.document_rules))
            document = rounds[-1].left
        return rounds

    def _late_round(self, document: Document, memo: dict[str, Said]) -> _Round:
        """What the late rules make of what the others leave. They weigh paragraphs and how much goes by themselves."""
        return self._decided(document, self._marks(document, memo, self._plan.late_rules), 1.0, self.options.least)

    def _round(self, document: Document, memo: dict[str, Said], rules: Sequence[DocumentRule]) -> _Round:
        marks = self._marks(document, memo, rules)
        return self._decided(document, marks, self.options.cap, self.options.paragraph)

    def _decided(self, document: Document, marks: Sequence[Mark], cap: float, paragraph: float) -> _Round:
        cuts, refusals = decide(document, marks, self._plan.threshold, cap, paragraph)
        left, removals = apply(document, cuts, self._normalizer) if cuts else (document, [])
        return _Round(document, left, removals, refusals)

    def _marks(self, document: Document, memo: dict[str, Said], rules: Sequence[DocumentRule]) -> Sequence[Mark]:
        marks = []
        for index, line in enumerate(document.lines):
            said = memo.get(line.text)
            if said is None:
                said = memo[line.text] = self._ask(line, document.lang)
            marks += [Mark(index, rule, hit) for rule, hit in said]
        if document.page is not None:
            marks += self._plan.signs.added(document, marks)
        seen = Marks(marks)
        for document_rule in rules:
            marks += document_rule.mark(document, seen)
        return marks

    def _ask(self, line: Line, lang: str | None) -> Said:
        """What the line rules say of a line in a text of this language."""
        return () if len(line.text) > _LONGEST_LINE else tuple(self._plan.gate.ask(line, lang))


@dataclass(frozen=True, slots=True)
class _Round:
    """What one run of all rules made of a document, with what it removed and what it refused to."""

    judged: Document
    left: Document
    removals: Sequence[Removal]
    refusals: Sequence[Refusal]


def _text(document: Document) -> str:
    return "\n".join(line.text for line in document.lines)


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
