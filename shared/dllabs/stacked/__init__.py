"""Train small networks from many seeds at once, stacked in the same tensors.

Ten seeds take little longer than one, because the time for a small network goes into launching operations rather than
into arithmetic. Every array has a first axis for the network. The sum of all losses is differentiated, so each weight
gets the gradient of its own network and the networks remain independent.

- `StackedMLP`: one hidden layer, trained by any Keras optimizer;
- `NormalizedNetworks`: batch normalization before or after the ReLU, plain gradient descent;
- `DeepNetworks`: any depth, activation and initialization, with or without skip connections, plain gradient descent;
- `FewRowsStudy`: a small random training set for each seed, several kinds of regularization, Adam; `wrong_rows` returns
  which rows its networks misclassify;
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
