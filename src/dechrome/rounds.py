"""Rounds of rules over one document, until nothing more goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dechrome.columns import in_source_order
from dechrome.cutting import apply
from dechrome.decide import Refusal, decide
from dechrome.formats import MARKDOWN, read
from dechrome.gate import Hearing
from dechrome.language import detect
from dechrome.looks import Look, agreed, at_odds
from dechrome.normalize import Normalizer
from dechrome.options import Options
from dechrome.plan import Plan
from dechrome.reread import reread
from dechrome.shell import is_shell
from dechrome.subheads import spare
from dechrome.types import Document, DocumentRule, Hit, Mark, Marks, Removal

# A removal may bare another (a heading whose list is gone), so the rules run again on what is left
# until nothing more goes: cleaning what was cleaned changes nothing. Real pages take two or three rounds.
MOST = 25
# No line of an article is longer; what is, was never cut into lines, and no rule is asked about it.
_LONGEST_LINE = 20_000
# What rules that judge the whole text are as sure of as this goes before the others are asked: it is most of a page.
_SURE, _SURE_OF_PAGE = 0.95, 0.98
# What the look at a text without markup takes this surely for no article does not tell the others where the article is.
_DOUBTED = 0.7
# What both looks together must be sure of to take a paragraph.
_PARAGRAPH = 0.6
# What is left of a page without any running text is no article as surely as this.
_ALONE = 0.9


@dataclass(frozen=True, slots=True)
class Round:
    """What one run of rules made of a document, with what it removed and what it refused to."""

    judged: Document
    left: Document
    removals: Sequence[Removal]
    refusals: Sequence[Refusal]


@dataclass
class _Memory:
    """What was said last: from lines that nothing was taken from, nothing would be taken again."""

    lines: Hearing
    looked: Look | None = None
    heard: Marks | None = None
    stays: Sequence[Mark] = ()
    done: Round | None = None

    def settled(self, document: Document, heard: Marks, stays: Sequence[Mark]) -> Round | None:
        """The last round of the usual rules, where it took nothing and would be told the same again."""
        done = self.done
        if done is None or done.removals or done.judged.lines is not document.lines:
            return None
        told, told_now = ((m.doubted, m.trusted, list(m)) if m is not None else None for m in (self.heard, heard))
        same = done.judged.lang == document.lang and told == told_now and self.stays == stays
        return replace(done, judged=document, left=document) if same else None


@dataclass(frozen=True)
class Rounds:
    """Runs a plan's rules over documents."""

    plan: Plan
    options: Options
    normalizer: Normalizer

    def run(self, document: Document) -> list[Round]:
        """The rounds that it takes until nothing more goes; at least one."""
        said = _Memory(Hearing(self.plan.gate, _LONGEST_LINE))
        rounds = self._turns(document, said)
        if document.page is None and not document.verbatim:
            # What was laid out in columns goes out as it stands, and read so it must be left alone too.
            in_order = in_source_order(rounds[-1].left)
            if in_order is not rounds[-1].left:
                tidied, _ = apply(in_order, (), self.normalizer)
                rounds += self._turns(tidied, said)
        while document.verbatim and len(rounds) < MOST:
            again = reread(rounds[-1].left, lambda left: read(left, self.normalizer, MARKDOWN))
            if again is None:
                break
            rounds += self._turns(again, said)
        if document.page is not None:
            # As plain text, what is left of a page must be left alone too: cleaning it again changes nothing.
            rounds += self._turns(replace(rounds[-1].left, page=None), said)
        if any(done.removals for done in rounds) and is_shell(document, rounds[-1].left):
            rounds += self._nothing(rounds[-1].left)
        if self.plan.last_rules:
            left = rounds[-1].left
            rounds.append(self._round(left, self._heard(left, said), self.plan.last_rules))
        return rounds

    def _nothing(self, left: Document) -> list[Round]:
        """A round that takes the labels that are left of a page without an article: nobody shall take them for one."""
        if not self.plan.whole_rules:
            return []
        guards = Hearing(self.plan.guards).marks(left, None)
        name, why = self.plan.whole_rules[0].name, "left alone: the page has no running text"
        marks = [Mark(i, name, Hit(0, len(line.text), _ALONE, why)) for i, line in enumerate(left.lines) if line.text]
        return [self._decided(left, [*guards, *marks], 1.0, _ALONE)]

    def _turns(self, document: Document, said: _Memory) -> list[Round]:
        """The rounds until nothing more goes; at least one."""
        rounds: list[Round] = []
        while len(rounds) < MOST:
            turn = self._turn(document, said)
            rounds += turn
            document = rounds[-1].left
            if not self.plan.whole_rules or not any(done.removals for done in turn):
                break
        return rounds

    def _turn(self, document: Document, said: _Memory) -> list[Round]:
        """The usual rules until they have nothing more to take, between two looks of those that judge the whole text.

        The first look sees the whole page, the second each line in its place once the chrome around it is gone.
        """
        if not self.plan.whole_rules:
            return self._usual(document, said)
        first = self._look(document, said)
        rounds = [self._sure(first)]
        rounds += self._usual(rounds[0].left, said)
        left = rounds[-1].left
        second = self._look(left, said)
        if document.page is None and at_odds(first, second):
            return rounds
        heard = self._heard(left, said)
        # The other rules have had their say: here their marks only guard, or confirm.
        said_of = agreed(self.plan.whole_rules, first, second, heard)
        marks = [*(mark for mark in heard if mark.hit.keep), *first.staying(left), *said_of]
        # These rules weigh how much may go by themselves, and paragraphs nearly so.
        return [*rounds, self._decided(left, marks, 1.0, max(self.options.least, _PARAGRAPH))]

    def _look(self, document: Document, said: _Memory) -> Look:
        known = said.looked
        # The same lines as plain text are another document than those of a page.
        if known and known.document.lines is document.lines and known.document.page is document.page:
            return Look(document, known.marks)
        marks = [mark for rule in self.plan.whole_rules for mark in rule.mark(document, Marks(()))]
        said.looked = Look(document, marks)
        return said.looked

    def _sure(self, look: Look) -> Round:
        """What goes before the usual rules are asked.

        Of a text without markup a line that is a rule's phrase stays for them: it tells of the lines around it, as a
        heading of the titles below.
        """
        document = look.document
        guards = Hearing(self.plan.guards).marks(document, None)
        flat = document.page is None
        sure = _SURE if flat else _SURE_OF_PAGE
        going = look.going(sure)
        if flat:
            going = [mark for mark in going if not self.plan.gate.knows(document.lines[mark.line])]
        return self._decided(document, [*guards, *look.staying(document), *going], 1.0, sure)

    def _usual(self, document: Document, said: _Memory) -> list[Round]:
        """Rounds of the usual rules; at least one."""
        rounds: list[Round] = []
        while not rounds or (rounds[-1].removals and len(rounds) < MOST):
            # Told again from what is left: the result's own language must be the one it was cleaned by.
            stated = document.meta.get("language") if document.page else None
            lang = self.options.lang or detect(document.text) or stated
            if lang != document.lang:
                document = replace(document, lang=lang)
            heard = self._heard(document, said)
            stays = said.looked.staying(document) if said.looked else []
            done = said.settled(document, heard, stays)
            rounds.append(done or self._round(document, heard, self.plan.document_rules, stays))
            said.heard, said.stays, said.done = heard, stays, rounds[-1]
            document = rounds[-1].left
        return rounds

    def _round(
        self, document: Document, heard: Marks, rules: Sequence[DocumentRule], guards: Sequence[Mark] = ()
    ) -> Round:
        marks = [*heard, *guards]
        for rule in rules:
            marks += rule.mark(document, heard)
        return self._decided(document, marks, self.options.cap, self.options.paragraph)

    def _heard(self, document: Document, said: _Memory) -> Marks:
        """What line rules say of each line, and what markup says for them."""
        if said.heard is not None and said.done is not None and said.done.judged is document:
            return said.heard
        marks = said.lines.marks(document, document.lang)
        if document.page is not None:
            marks = [*marks, *self.plan.signs.added(document, marks)]
        else:
            marks = spare(document, marks)
        # Of a page with markup the rules know better themselves where the article is.
        if not said.looked or document.page is not None:
            return Marks(marks, self.plan.gate.phrases_in)
        return Marks(marks, self.plan.gate.phrases_in, *said.looked.sides(document, _DOUBTED))

    def _decided(self, document: Document, marks: Sequence[Mark], cap: float, paragraph: float) -> Round:
        cuts, refusals = decide(document, marks, self.plan.threshold, cap, paragraph)
        left, removals = apply(document, cuts, self.normalizer) if cuts else (document, [])
        return Round(document, left, removals, refusals)
