"""Mapping a function over many inputs with several processes, in order, holding only a few at a time."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")

_AHEAD = 8


def ordered_map(function: Callable[[A], B], inputs: Iterable[A], workers: int) -> Iterator[B]:
    """`map(function, inputs)` with `workers` processes; the same answers in the same order.

    The function travels once to each process, so it may be large: a cleaner is. Where the caller
    stops early, or is interrupted, what has not begun is not done.
    """
    stream = iter(inputs)
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(function,))
    try:
        waiting: deque[Future[B]] = deque(pool.submit(_call, x) for x in islice(stream, workers * _AHEAD))
        while waiting:
            done = waiting.popleft().result()
            for x in islice(stream, 1):
                waiting.append(pool.submit(_call, x))
            yield done
    finally:
        pool.shutdown(cancel_futures=True)


class _Worker:
    """What a worker process was started for; empty in the process that started it."""

    function: Callable[[Any], Any]


def _begin(function: Callable[[Any], Any]) -> None:
    # Ctrl-C goes to every process of a terminal; the one that started the others ends them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Worker.function = function


def _call(given: Any) -> Any:
    return _Worker.function(given)
