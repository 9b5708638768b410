"""Training of the tagger: needs PyTorch and the other trainers' packages."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("sklearn")
sys.path.insert(0, str(Path(__file__).parents[1]))

import torch
from training.bins import Bins
from training.network import Network


def test_numpy_works_out_what_was_trained() -> None:
    rng = np.random.default_rng(3)
    table = rng.normal(size=(400, 6)).astype(np.float32)
    table[:, 5] = table[:, 0] > 0
    names = [f"f{k}" for k in range(6)]
    bins = Bins.of(table, names, rng)
    torch.manual_seed(2)
    network = Network(len(bins.names)).eval()
    lines = table[:90]
    values = bins.places[np.arange(len(bins.names)), bins.codes(lines, names)]
    with torch.no_grad():
        wanted = network(torch.from_numpy(values)[None], torch.ones(1, 90, 1))[0].numpy()
    found = network.tagger(bins).margins(np.ascontiguousarray(lines.T)) / 2000
    assert np.abs(found - wanted).max() < 0.05 * wanted.std() + 0.02


def test_bins_hold_lines_alike_in_number_and_leave_out_what_never_changes() -> None:
    rng = np.random.default_rng(3)
    table = np.stack([rng.exponential(size=3000), np.ones(3000), rng.integers(0, 2, 3000)], axis=1).astype(np.float32)
    bins = Bins.of(table, ["long", "same", "either"], rng)
    assert bins.names == ("long", "either")
    counts = np.bincount(bins.codes(table, ["long", "same", "either"])[:, 0])
    assert counts.max() < 2.5 * np.median(counts)
    codes = bins.codes(table, ["long", "same", "either"])[:, 1]
    assert (codes == table[:, 2]).all()
