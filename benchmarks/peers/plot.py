"""Quality against speed, drawn as SVG: a dot for each tool, the faster the farther right."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 720, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 24, 40, 52
_LETTER, _LINE, _DOT = 7, 15, 5  # how wide a letter is about, how high a label, how large a dot
_STEPS = [mantissa * 10.0**power for power in range(-3, 7) for mantissa in (1, 2, 5)]  # where speeds have a line
# Colors of their own for readers with a dark page: a picture in a page does not know the page's.
_STYLE = """<style>
  .back { fill: #ffffff } .grid { stroke: #d8dee4 } .axis { stroke: #57606a } text { fill: #24292f }
  .peer { fill: #57606a } .own { fill: #0969da } text.own { font-weight: bold }
  @media (prefers-color-scheme: dark) {
    .back { fill: #0d1117 } .grid { stroke: #30363d } .axis { stroke: #8b949e } text { fill: #e6edf3 }
    .peer { fill: #8b949e } .own { fill: #58a6ff }
  }
</style>"""


@dataclass(frozen=True)
class Point:
    """A tool: pages a second, F1, and whether it is ours."""

    name: str
    speed: float
    quality: float
    is_own: bool


@dataclass(frozen=True)
class _Box:
    """A place in the picture that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True)
class _Label:
    """Where a label stands, and the point of it that is given."""

    box: _Box
    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class _Scale:
    """From the slowest to the fastest, on a logarithmic axis, and from the floor of F1 to 1."""

    low: float
    high: float
    floor: float
    step: float

    def x(self, speed: float) -> float:
        share = math.log(speed / self.low) / math.log(self.high / self.low)
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * share

    def y(self, quality: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - quality) / (1 - self.floor)


def plot(points: Sequence[Point]) -> str:
    """The picture. Raises ValueError without points, or for a speed that is not above 0."""
    if not points or any(point.speed <= 0 for point in points):
        raise ValueError("a plot needs points, and speeds above 0")
    scale = _Scale(*_decades([point.speed for point in points]), *_range([point.quality for point in points]))
    places = [(point, scale.x(point.speed), scale.y(point.quality)) for point in points]
    parts = list(_frame(scale))
    for (point, x, y), label in zip(places, _labels(places), strict=True):
        kind = "own" if point.is_own else "peer"
        parts.append(f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{_DOT}"/>')
        parts.append(_text(label.x, label.y, point.name, label.anchor, "own" if point.is_own else ""))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _frame(scale: _Scale) -> Iterator[str]:
    """Everything but the dots."""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        'font-size="12" role="img">'
    )
    yield "<title>F1 against pages a second</title>"
    yield _STYLE
    yield '<rect class="back" width="100%" height="100%"/>'
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    for speed in (step for step in _STEPS if scale.low <= step <= scale.high):
        yield _line(scale.x(speed), _TOP, scale.x(speed), bottom, "grid")
        yield _text(scale.x(speed), bottom + 18, f"{speed:g}", "middle")
    for k in range(round((1 - scale.floor) / scale.step) + 1):
        quality = scale.floor + k * scale.step
        yield _line(_LEFT, scale.y(quality), right, scale.y(quality), "grid" if k else "axis")
        yield _text(_LEFT - 8, scale.y(quality) + 4, f"{quality:.2f}", "end")
    yield _text((_LEFT + right) / 2, _HEIGHT - 12, "pages a second on one core", "middle")
    yield _text(_LEFT - 40, _TOP - 18, "F1, mean of the sets", "start")


def _labels(places: Sequence[tuple[Point, float, float]]) -> Iterator[_Label]:
    """The labels of the dots, each at the first place around its dot that is free."""
    taken = [_Box(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for _, x, y in places]
    for point, x, y in places:
        labels = list(_around(x, y, _LETTER * len(point.name)))
        inside = [label for label in labels if label.box.left >= _LEFT - 40 and label.box.right <= _WIDTH]
        free = (label for label in inside if not any(label.box.meets(other) for other in taken))
        label = next(free, labels[0])
        taken.append(label.box)
        yield label


def _around(x: float, y: float, width: float) -> Iterator[_Label]:
    """Places for a label: right of the dot, left of it, above, below, and farther up and down."""
    gap, half = _DOT + 3, _LINE / 2
    for rise in (0.0, -1.0, 1.0, -1.5, 1.5, -2.0, 2.0, -3.0, 3.0):
        middle = y + rise * _LINE
        for at, anchor, left in ((x + gap, "start", 0.0), (x - gap, "end", width), (x, "middle", width / 2)):
            yield _Label(_Box(at - left, middle - half, at - left + width, middle + half), at, middle + 4, anchor)


def _decades(speeds: Sequence[float]) -> tuple[float, float]:
    """A range of speeds with room on both sides.

    >>> _decades([3.0, 70.0])
    (2.0, 100.0)
    """
    low = max((step for step in _STEPS if step < min(speeds) * 0.9), default=_STEPS[0])
    return low, min((step for step in _STEPS if step > max(speeds) * 1.1), default=_STEPS[-1])


def _range(values: Sequence[float]) -> tuple[float, float]:
    """Where the scale of F1 begins, below all of them, and its steps; it ends at 1.

    >>> _range([0.93, 0.74]), _range([0.31]), _range([1.0])
    ((0.7, 0.05), (0.3, 0.1), (0.95, 0.05))
    """
    step = 0.05 if min(values) > 0.6 else 0.1
    return round(step * (math.ceil(min(values) / step) - 1), 2), step


def _line(x: float, y: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, what: str, anchor: str, kind: str = "") -> str:
    name = f' class="{kind}"' if kind else ""
    return f'<text{name} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(what)}</text>'
