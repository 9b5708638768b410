"""Checking a rule by the examples on its page; for the rules of this package and for those of others.

A page (`rule.md`) holds fences of diffs. Lines led by a space or `-` are the input, by a space or `+`
the expected text; a `-` and a `+` line together are a cut inside a line. A fence without `-` is a
near-miss: it must stay as it is. Examples under the heading *Not yet* must still fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dechrome import default
from dechrome.cleaner import Cleaner, with_plan
from dechrome.discovery import installed_rules
from dechrome.errors import RuleError
from dechrome.options import Options
from dechrome.plan import Plan
from dechrome.types import Rule

HEADINGS = ("What it removes", "What it leaves", "Examples", "Not yet", "Sources")
_FENCE = re.compile(
    r"^```diff(?:[ \t]+lang=(?P<lang>[\w-]+))?[ \t]*\n(?P<body>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL
)
_HEADING = re.compile(r"^## +(?P<title>.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """One fence: what goes in, what must come out, and where it stands (`heading`, `line` of the page)."""

    given: str
    wanted: str
    lang: str
    heading: str
    line: int

    @property
    def near_miss(self) -> bool:
        """Whether nothing may go."""
        return self.given == self.wanted


def read_examples(page: str) -> list[Example]:
    r"""The examples of a rule's page, in order.

    >>> read_examples("## Examples\n```diff lang=en\n-Share\n He left.\n```\n")
    [Example(given='Share\nHe left.', wanted='He left.', lang='en', heading='Examples', line=2)]
    """
    headings = [(m.start(), m["title"]) for m in _HEADING.finditer(page)]
    examples = []
    for fence in _FENCE.finditer(page):
        heading = max((h for h in headings if h[0] < fence.start()), default=(0, ""))[1]
        given, wanted = [], []
        for raw in fence["body"].splitlines():
            lead, text = raw[:1], raw[1:]
            if lead not in ("", " ", "-", "+"):
                raise ValueError(f"a line of an example must start with a space, '-' or '+': {raw!r}")
            if lead != "+":
                given.append(text)
            if lead != "-":
                wanted.append(text)
        line = page.count("\n", 0, fence.start()) + 1
        examples.append(Example("\n".join(given), _tidy(wanted), fence["lang"] or "", heading, line))
    return examples


def _tidy(lines: list[str]) -> str:
    """The lines as cleaning gives them back: no blank line at the ends, one at most between others."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def check_rule(rule: Rule, page: str | Path) -> int:
    """Hold a rule against the examples on its page; give the number of examples.

    Each example is run with the rule alone, with the rule beside all installed ones, and without the
    gate (which proves that the rule's triggers are true); and what comes out must come out of a second
    cleaning unchanged. Raises AssertionError that shows the first difference, RuleError where the page
    has no example or no near-miss.

    >>> from dechrome import PhraseRule
    >>> rule = PhraseRule.of("site_footer", {"en": {"line": ["all about our site"]}})
    >>> check_rule(rule, '''## Examples
    ... ```diff lang=en
    ...  The vote is on Tuesday.
    ... -All about our site
    ... ```
    ... ```diff lang=en
    ...  He knows all about our site.
    ... ```
    ... ''')
    2
    """
    examples = read_examples(page.read_text(encoding="utf-8") if isinstance(page, Path) else page)
    if not any(e.near_miss for e in examples) or all(e.near_miss for e in examples):
        raise RuleError(f"rule {rule.name!r}: its page needs an example of what goes and one of what must stay")
    for way, cleaner in ways(rule):
        for example in examples:
            if example.heading != "Not yet":
                check_example(cleaner, example, f"{rule.name}, {way}")
            elif cleaner.clean(example.given) == example.wanted and way == "beside all others":
                raise AssertionError(
                    f"{rule.name}: the example in line {example.line} works now: move it to 'Examples'"
                )
    return len(examples)


def ways(rule: Rule) -> Iterator[tuple[str, Cleaner]]:
    """The cleaners in which a rule must do the same, each with a name."""
    alone = Options(only=(rule.name,))
    extra = () if any(r.name == rule.name for r in installed_rules()) else (rule,)
    asked_for = {"on": [rule.name]} if getattr(rule, "opt_in", False) else {}
    yield "alone", Cleaner(rules=extra, only=[rule.name])
    yield "beside all others", Cleaner(rules=extra, **asked_for) if extra else default.cleaner(**asked_for)
    yield "without the gate", with_plan(alone, Plan.of(alone, extra, gated=False))


def check_example(cleaner: Cleaner, example: Example, where: str) -> None:
    """Raise AssertionError where an example does not come out as its page says, or not the same a second time."""
    result = cleaner.explain(example.given)
    if result.text != example.wanted:
        removed = "".join(f"\n  removed by {r.rule} ({r.confidence:.2f}, {r.why}): {r.text!r}" for r in result.removals)
        declined = "".join(
            f"\n  declined {d.rule} ({d.confidence:.2f}, {d.reason}): {d.text!r}" for d in result.declined
        )
        raise AssertionError(
            f"{where}: the example in line {example.line} of the page comes out wrong\n"
            f"wanted: {example.wanted!r}\n   got: {result.text!r}{removed}{declined}"
        )
    if not cleaner._plan.last_rules and cleaner.clean(result.text) != result.text:
        raise AssertionError(f"{where}: cleaning the example in line {example.line} again changes it")
    if result.restore() != example.given:
        raise AssertionError(f"{where}: the example in line {example.line} cannot be restored")
