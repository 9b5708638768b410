"""The tagger in numpy: the same numbers on every machine, however its sums are ordered or its lines are cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from dechrome.body import tagger
from dechrome.body.tagger import GRID, Tagger
from dechrome.body.trees import Floats

FEATURES, BORDERS, CHANNELS = 5, 3, 4


def made(dilations: tuple[int, ...] = (1, 2, 3), pooled: tuple[int, ...] = (1,), seed: int = 4) -> Tagger:
    rng = np.random.default_rng(seed)

    def grid(*shape: int) -> tagger.Doubles:
        return rng.integers(-700, 700, shape) / GRID

    count = len(dilations)
    return Tagger(
        names=np.array([f"f{k}" for k in range(FEATURES)]),
        borders=np.sort(rng.normal(size=(FEATURES, BORDERS)).astype(np.float32), axis=1),
        places=np.sort(grid(FEATURES, BORDERS + 1), axis=1),
        first=grid(FEATURES, CHANNELS),
        first_bias=grid(CHANNELS),
        dilations=np.array(dilations, np.int16),
        scales=grid(count, CHANNELS),
        shifts=grid(count, CHANNELS),
        convolutions=grid(count, 3 * CHANNELS, CHANNELS),
        biases=grid(count, CHANNELS),
        pooled=np.array(pooled, np.int16),
        pools=grid(len(pooled), 3 * CHANNELS, CHANNELS),
        pool_biases=grid(len(pooled), CHANNELS),
        last=grid(CHANNELS),
        last_bias=grid(1),
    )


def lines(count: int, seed: int = 8) -> Floats:
    return np.random.default_rng(seed).normal(size=(FEATURES, count)).astype(np.float32)


def rows(array: tagger.Doubles) -> list[list[Fraction]]:
    return [[Fraction(value) for value in row.tolist()] for row in np.atleast_2d(array)]


def by_hand(net: Tagger, table: Floats) -> Iterator[float]:
    """The first layer and the margin of a network without blocks, in exact fractions."""
    first, bias = rows(net.first), rows(net.first_bias)[0]
    last, places = rows(net.last)[0], rows(net.places)
    for line in table.T:
        values = [places[k][sum(x > border for border in net.borders[k])] for k, x in enumerate(line)]
        sums = [sum((v * w[c] for v, w in zip(values, first, strict=True)), bias[c]) for c in range(CHANNELS)]
        flow = [Fraction(round(max(one, Fraction(0)) * GRID), GRID) for one in sums]
        yield float(sum((x * w for x, w in zip(flow, last, strict=True)), Fraction(net.last_bias.tolist()[0])))


def test_what_goes_in_is_placed_and_weighed_exactly() -> None:
    net, table = made(dilations=(), pooled=()), lines(30)
    assert net.margins(table).tolist() == np.rint(np.array(list(by_hand(net, table))) * 2000).astype(int).tolist()


@pytest.mark.parametrize(("small", "chunk"), [(1, 4096), (500, 7), (10_000, 50)])
def test_however_it_is_cut_the_answer_is_the_same(small: int, chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    net, table = made(), lines(101)
    whole = net.margins(table)
    monkeypatch.setattr(tagger, "_SMALL", small)
    monkeypatch.setattr(tagger, "_CHUNK", chunk)
    assert net.margins(table).tolist() == whole.tolist()


def test_a_line_is_read_with_those_around_it_on_both_sides() -> None:
    net, table = made(pooled=()), lines(41)
    other = table.copy()
    other[:, 20] = lines(1, seed=77)[:, 0]
    changed = np.flatnonzero(net.margins(table) != net.margins(other))
    reach = sum(net.dilations.tolist())
    assert changed.min() >= 20 - reach
    assert changed.max() <= 20 + reach
    assert (changed < 20).any()
    assert (changed > 20).any()


def test_what_is_pooled_is_told_to_every_line() -> None:
    net, table = made(), lines(200)
    other = table.copy()
    other[:, :60] = lines(60, seed=77)
    assert (net.margins(table) != net.margins(other))[100:].any()


def test_a_single_line_has_an_answer() -> None:
    assert made().margins(lines(1)).shape == (1,)


def test_a_network_comes_back_from_its_arrays() -> None:
    net, table = made(), lines(12)
    again = Tagger.of(net.arrays("tagger"), "tagger")
    assert again.margins(table).tolist() == net.margins(table).tolist()
    assert replace(again, last_bias=net.last_bias + 1).margins(table).tolist() != net.margins(table).tolist()
