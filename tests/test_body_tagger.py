"""The tagger in numpy: the same numbers on every machine, however its sums are ordered or its lines are cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from dechrome.body import tagger
from dechrome.body.model import OF_PAGES, OF_TEXTS, load
from dechrome.body.tagger import GRID, STEPS, Tagger, on_grid
from dechrome.body.trees import Floats

FEATURES, BORDERS, CHANNELS = 5, 3, 4


def made(dilations: tuple[int, ...] = (1, 2, 3), pooled: tuple[int, ...] = (1,), seed: int = 4) -> Tagger:
    rng = np.random.default_rng(seed)

    def grid(*shape: int) -> Floats:
        return on_grid(rng.integers(-700, 700, shape) / GRID)

    count = len(dilations)
    return Tagger(
        names=np.array([f"f{k}" for k in range(FEATURES)]),
        borders=np.sort(rng.normal(size=(FEATURES, BORDERS)).astype(np.float32), axis=1),
        places=np.sort(grid(FEATURES, BORDERS + 1), axis=1),
        first=grid(CHANNELS, FEATURES),
        first_bias=grid(CHANNELS),
        dilations=np.array(dilations, np.int16),
        scales=grid(count, CHANNELS),
        shifts=grid(count, CHANNELS),
        convolutions=grid(count, CHANNELS, 3 * CHANNELS),
        biases=grid(count, CHANNELS),
        pooled=np.array(pooled, np.int16),
        pools=grid(len(pooled), CHANNELS, 3 * CHANNELS),
        pool_biases=grid(len(pooled), CHANNELS),
        last=grid(CHANNELS),
        last_bias=grid(1),
    )


def lines(count: int, seed: int = 8) -> Floats:
    return np.random.default_rng(seed).normal(size=(FEATURES, count)).astype(np.float32)


def rows(array: npt.NDArray[Any]) -> list[list[Fraction]]:
    return [[Fraction(value) for value in row.tolist()] for row in np.atleast_2d(array)]


def by_hand(net: Tagger, table: Floats) -> Iterator[float]:
    """The first layer and the margin of a network without blocks, in exact fractions."""
    first, bias = rows(net.first), rows(net.first_bias)[0]
    last, places = rows(net.last)[0], rows(np.rint(net.places * STEPS) / STEPS)
    for line in table.T:
        values = [places[k][sum(x > border for border in net.borders[k])] for k, x in enumerate(line)]
        sums = [sum((v * w for v, w in zip(values, first[c], strict=True)), bias[c]) for c in range(CHANNELS)]
        flow = [Fraction(round(max(one, Fraction(0)) * STEPS), STEPS) for one in sums]
        yield float(sum((x * w for x, w in zip(flow, last, strict=True)), Fraction(net.last_bias.tolist()[0])))


def test_what_goes_in_is_placed_and_weighed_exactly() -> None:
    net, table = made(dilations=(), pooled=()), lines(30)
    assert net.margins(table).tolist() == np.rint(np.array(list(by_hand(net, table))) * 2000).astype(int).tolist()


def heavy(net: Tagger) -> Tagger:
    """The same with weights too large for single precision."""
    return replace(net, convolutions=net.convolutions * 40)


@pytest.mark.parametrize("net", [made(), heavy(made())], ids=["single", "double"])
@pytest.mark.parametrize(("small", "chunk"), [(1, 4096), (500, 7), (10_000, 50)])
def test_however_it_is_cut_the_answer_is_the_same(
    net: Tagger, small: int, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = lines(101)
    whole = net.margins(table)
    monkeypatch.setattr(tagger, "_SMALL", small)
    monkeypatch.setattr(tagger, "_CHUNK", chunk)
    assert net.margins(table).tolist() == whole.tolist()


def test_single_precision_is_for_networks_whose_sums_fit_it() -> None:
    assert made().precision == np.float32
    assert heavy(made()).precision == np.float64
    assert {load(name).tagger.precision for name in (OF_TEXTS, OF_PAGES)} == {np.float32}  # type: ignore[union-attr]


@pytest.mark.parametrize("net", [made(seed=seed) for seed in range(4)])
def test_no_sum_is_larger_than_the_largest(net: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    sums = []

    def spied(weights: Floats, columns: tagger.Flow) -> tagger.Flow:
        sums.append(np.abs(weights).astype(np.float64) @ np.abs(columns) / STEPS)
        return real(weights, columns)

    real = tagger._product
    monkeypatch.setattr(tagger, "_product", spied)
    net.margins(lines(300))
    assert 0 < max(float(one.max()) for one in sums) <= net.largest()


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
