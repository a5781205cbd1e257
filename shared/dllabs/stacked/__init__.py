"""Train small networks from many seeds at once: one tensor holds all of them.

Ten seeds cost little more than one, because on a small network the time goes into starting operations, not into
arithmetic. Every array has a first axis for the network, and the sum of all losses is differentiated: each weight gets
its own network's gradient, so that no network feels its neighbours.

- `StackedMLP`: one hidden layer, trained by any Keras optimizer;
- `NormalizedNetworks`: batch normalization before or after the ReLU, plain gradient descent;
- `DeepNetworks`: any depth, activation and initialization, with or without skips, plain gradient descent;
- `FewRowsStudy`: few training rows drawn anew for every seed, regularized in many ways, Adam; `wrong_rows` tells which
  rows its networks get wrong;
- `DenseStack`, trained by `train_stacks` with any loss: encoders and decoders; `train_autoencoders` makes both.
"""

from dllabs.stacked.autoencoders import DenseStack, train_autoencoders, train_stacks
from dllabs.stacked.deep import DeepNetworks
from dllabs.stacked.few_rows import FewRowsStudy, wrong_rows
from dllabs.stacked.mlp import StackedMLP
from dllabs.stacked.normalized import NormalizedNetworks

__all__ = [
    "DeepNetworks",
    "DenseStack",
    "FewRowsStudy",
    "NormalizedNetworks",
    "StackedMLP",
    "train_autoencoders",
    "train_stacks",
    "wrong_rows",
]
