"""What a run says of itself: of each file in a dry run, and of all of them at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dechrome.cli.console import counted
from dechrome.cli.work import Outcome

_MOST_NOTES = 10


@dataclass
class Tally:
    """What has been done so far."""

    files: int = 0
    written: int = 0
    found: int = 0
    """Files from which something was removed."""
    chars_in: int = 0
    chars_out: int = 0
    characters: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.files += 1
        name = outcome.source.shown
        if outcome.error:
            self.failed.append((name, outcome.error))
            return
        self.found += bool(outcome.places)
        self.chars_in += outcome.chars_in
        self.chars_out += outcome.chars_out
        self.characters.update(outcome.characters)
        self.places.update(outcome.places)
        if not outcome.chars_in:
            self.notes.append(f"{name}: is empty")
        elif not outcome.chars_out:
            self.notes.append(f"{name}: no article found, nothing of it is left")
        elif not outcome.has_article:
            self.notes.append(f"{name}: no article found, only titles or labels are left")
        if outcome.broken:
            broken = counted(outcome.broken, "broken character")
            self.notes.append(f"{name}: {broken} of its {outcome.encoding} became U+FFFD")


def summary(tally: Tally) -> Iterator[str]:
    """The lines that end a run: files, characters in and out, what each rule removed, what failed."""
    done = tally.files - len(tally.failed)
    yield f"{counted(done, 'file')}: {counted(tally.chars_in, 'character')} in, {tally.chars_out:,} out"
    yield from by_rule(tally.characters, tally.places)
    if done and not tally.places:
        yield "  nothing to remove"
    yield from _some(tally.notes)
    if tally.failed:
        yield f"{counted(len(tally.failed), 'file')} failed:"
        for name, why in tally.failed:
            yield f"  {name}: {why}"


def by_rule(characters: Mapping[str, int], places: Mapping[str, int]) -> Iterator[str]:
    """A line for each rule: its name, how many characters it removed, and in how many places."""
    name_width = max(map(len, places), default=0)
    count_width = max((len(f"{n:,}") for n in characters.values()), default=0)
    for rule in sorted(places):
        noun = "character " if characters[rule] == 1 else "characters"
        yield f"  {rule:{name_width}}  {characters[rule]:>{count_width},} {noun} in {counted(places[rule], 'place')}"


def preview(outcome: Outcome) -> Iterator[str]:
    """What would go from one file; nothing where nothing would."""
    if outcome.places:
        total, places = sum(outcome.characters.values()), sum(outcome.places.values())
        yield (
            f"{outcome.source.shown}: {total:,} of {counted(outcome.chars_in, 'character')} "
            f"would go, in {counted(places, 'place')}"
        )
        yield from by_rule(outcome.characters, outcome.places)


def _some(notes: Iterable[str]) -> Iterator[str]:
    listed = list(notes)
    for note in listed[:_MOST_NOTES]:
        yield f"  {note}"
    if len(listed) > _MOST_NOTES:
        yield f"  and {len(listed) - _MOST_NOTES:,} more such notes"
