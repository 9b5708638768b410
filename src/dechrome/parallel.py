"""Mapping a function over many inputs with several processes, in order, holding only a few at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

_AHEAD = 8


def ordered_map(function: Callable[[A], B], inputs: Iterable[A], workers: int) -> Iterator[B]:
    """`map(function, inputs)` with `workers` processes; the same answers in the same order."""
    stream = iter(inputs)
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[Future[B]] = deque(pool.submit(function, x) for x in islice(stream, workers * _AHEAD))
        while waiting:
            done = waiting.popleft().result()
            for x in islice(stream, 1):
                waiting.append(pool.submit(function, x))
            yield done
