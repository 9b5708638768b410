"""Quality against speed, drawn as SVG: a dot for each tool, the faster the farther right."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 720, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 24, 40, 52
_LETTER, _LINE, _DOT = 6.6, 15, 5  # how wide a letter is about, how high a label, how large a dot
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


def plot(points: Sequence[Point]) -> str:
    """The picture. Raises ValueError without points, or for a speed that is not above 0."""
    if not points or any(point.speed <= 0 for point in points):
        raise ValueError("a plot needs points, and speeds above 0")
    low, high = _decades([point.speed for point in points])
    floor, step = _range([point.quality for point in points])
    across = _WIDTH - _LEFT - _RIGHT
    down = _HEIGHT - _TOP - _BOTTOM

    def x(speed: float) -> float:
        return _LEFT + across * (math.log10(speed) - math.log10(low)) / (math.log10(high) - math.log10(low))

    def y(quality: float) -> float:
        return _TOP + down * (1 - quality) / (1 - floor)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        'font-size="12" role="img">',
        "<title>F1 against pages a second</title>",
        _STYLE,
        '<rect class="back" width="100%" height="100%"/>',
    ]
    for value in _ticks(low, high):
        parts.append(_line(x(value), _TOP, x(value), _HEIGHT - _BOTTOM, "grid"))
        parts.append(_text(x(value), _HEIGHT - _BOTTOM + 18, f"{value:g}", "middle"))
    for k in range(round((1 - floor) / step) + 1):
        value = floor + k * step
        parts.append(_line(_LEFT, y(value), _WIDTH - _RIGHT, y(value), "axis" if k == 0 else "grid"))
        parts.append(_text(_LEFT - 8, y(value) + 4, f"{value:.2f}", "end"))
    parts.append(_text(_LEFT + across / 2, _HEIGHT - 12, "pages a second on one core", "middle"))
    parts.append(_text(_LEFT - 40, _TOP - 18, "F1, mean of the sets", "start"))
    places = [(point, x(point.speed), y(point.quality)) for point in points]
    for (point, across_at, down_at), (left, base) in zip(places, _labels(places), strict=True):
        kind = "own" if point.is_own else "peer"
        parts.append(f'<circle class="{kind}" cx="{across_at:.1f}" cy="{down_at:.1f}" r="{_DOT}"/>')
        parts.append(_text(left, base, point.name, "start", "own" if point.is_own else ""))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _labels(places: Sequence[tuple[Point, float, float]]) -> Iterator[tuple[float, float]]:
    """Where each label begins, and its base line: the first place around its dot that is free."""
    taken = [_Box(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for _, x, y in places]
    for point, x, y in places:
        boxes = list(_around(x, y, _LETTER * len(point.name)))
        inside = [box for box in boxes if box.left >= _LEFT - 40 and box.right <= _WIDTH]
        free = (box for box in inside if not any(box.meets(other) for other in taken))
        box = next(free, boxes[0])
        taken.append(box)
        yield box.left, box.bottom - 4


def _around(x: float, y: float, width: float) -> Iterator[_Box]:
    """Places for a label: right of the dot, left of it, above, below, and farther up and down."""
    gap = _DOT + 3
    for rise in (0.0, -1.0, 1.0, -1.5, 1.5, -2.0, 2.0, -3.0, 3.0):
        middle = y + rise * _LINE
        for left in (x + gap, x - gap - width, x - width / 2):
            yield _Box(left, middle - _LINE / 2, left + width, middle + _LINE / 2)


def _decades(speeds: Sequence[float]) -> tuple[float, float]:
    """A range of speeds that begins and ends at 1, 2 or 5 times a power of ten, with room on both sides.

    >>> _decades([3.0, 70.0])
    (2.0, 100.0)
    """
    steps = [mantissa * 10.0**power for power in range(-3, 7) for mantissa in (1, 2, 5)]
    low = max((step for step in steps if step < min(speeds) * 0.9), default=steps[0])
    high = min((step for step in steps if step > max(speeds) * 1.1), default=steps[-1])
    return low, high


def _ticks(low: float, high: float) -> list[float]:
    """The lines of a range of speeds.

    >>> _ticks(2.0, 100.0)
    [2.0, 5.0, 10.0, 20.0, 50.0, 100.0]
    """
    steps = [mantissa * 10.0**power for power in range(-3, 7) for mantissa in (1, 2, 5)]
    return [step for step in steps if low <= step <= high]


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
