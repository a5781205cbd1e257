"""Array types in the annotations of this package; they need only NumPy."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

# Elements of any type: numbers, text, dates or objects.
Array: TypeAlias = NDArray[Any]
FloatArray: TypeAlias = NDArray[np.floating]
IntArray: TypeAlias = NDArray[np.integer]
BoolArray: TypeAlias = NDArray[np.bool_]

# The result of a reduction: a scalar for one-dimensional input, else an array.
FloatOrArray: TypeAlias = np.floating | FloatArray

# A table as a dict of columns, each an array (n,).
Columns: TypeAlias = dict[str, Array]
