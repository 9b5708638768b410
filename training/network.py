"""The tagger's network as it is trained, in torch: `dechrome.body.tagger` works out the same in numpy."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dechrome.body.tagger import FEW, GRID, Tagger, on_grid
from training.bins import Bins
from training.rows import Floats

CHANNELS = 64
DILATIONS = (1, 2, 4, 8, 16, 32, 1, 4)
POOLED = (2, 5)
"""Behind these blocks every line is told the means of all."""
_DROPPED = 0.2
_MOST = 32767 / GRID  # what a model file can hold


class Network(nn.Module):
    """Blocks of dilated convolutions over the lines of texts."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.first = nn.Linear(features, CHANNELS)
        self.drop = nn.Dropout(_DROPPED)
        self.norms = nn.ModuleList(nn.LayerNorm(CHANNELS) for _ in DILATIONS)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(CHANNELS, CHANNELS, 3, padding=dilation, dilation=dilation) for dilation in DILATIONS
        )
        self.pools = nn.ModuleList(nn.Linear(3 * CHANNELS, CHANNELS) for _ in POOLED)
        self.last = nn.Linear(CHANNELS, 1)

    def forward(self, values: Tensor, real: Tensor) -> Tensor:
        """The margin of each line: `values` are texts x lines x features, `real` 1 for lines, 0 behind a text's end."""
        flow = functional.relu(self.first(self.drop(values))) * real
        for k, (norm, convolution) in enumerate(zip(self.norms, self.convolutions, strict=True)):
            inward = (norm(flow) * real).transpose(1, 2)
            flow = flow + self.drop(functional.relu(convolution(inward).transpose(1, 2))) * real
            if k in POOLED:
                flow = (flow + self.pools[POOLED.index(k)](self._means(flow, real))[:, None]) * real
        margins: Tensor = self.last(flow)[..., 0]
        return margins

    def _means(self, flow: Tensor, real: Tensor) -> Tensor:
        share = functional.hardsigmoid(self.last(flow)) * real
        rest = real - share
        parts = [flow.sum(1) / real.sum(1)]
        parts += [(flow * part).sum(1) / (part.sum(1) + FEW) for part in (share, rest)]
        return torch.cat(parts, -1)

    def tagger(self, bins: Bins) -> Tagger:
        """The network as the package reads it."""
        return Tagger(
            names=np.array(bins.names),
            borders=bins.borders,
            places=_grid(torch.from_numpy(bins.places)),
            first=_grid(self.first.weight),
            first_bias=_grid(self.first.bias),
            dilations=np.array(DILATIONS, np.int16),
            scales=_grid(torch.stack([norm.weight for norm in self.norms])),
            shifts=_grid(torch.stack([norm.bias for norm in self.norms])),
            # Of a convolution the weights of the line below, its own and the one above, one after the other.
            convolutions=_grid(
                torch.stack([c.weight.permute(0, 2, 1).reshape(CHANNELS, -1) for c in self.convolutions])
            ),
            biases=_grid(torch.stack([convolution.bias for convolution in self.convolutions])),
            pooled=np.array(POOLED, np.int16),
            pools=_grid(torch.stack([pool.weight for pool in self.pools])),
            pool_biases=_grid(torch.stack([pool.bias for pool in self.pools])),
            last=_grid(self.last.weight[0]),
            last_bias=_grid(self.last.bias),
        )


def _grid(values: Tensor) -> Floats:
    return on_grid(np.clip(values.detach().numpy().astype(np.float64), -_MOST, _MOST))
