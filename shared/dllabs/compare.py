"""Comparison of a learner's result with the right one: by type, then by shape, then by value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, TypeAlias, TypeGuard, cast

import numpy as np
from numpy.typing import ArrayLike

from dllabs.arrays import Array, BoolArray, FloatArray

# A right answer: a number, array, string, bool or None, or a tuple or list of these.
Expected: TypeAlias = "ArrayLike | Sequence[Expected] | None"

RTOL = 1e-7
NOTHING_RETURNED = "got None: every path of your function must end in a return (printing the result is not enough)"
# Relative tolerances for results in less than double precision.
_NARROW_RTOL = {"float32": 1e-4, "float16": 2e-2, "bfloat16": 5e-2}


def explain_mismatch(
    got: object, want: Expected, *, rtol: float | None = None, atol: float = 0.0, names: Sequence[str] = ()
) -> str | None:
    """Describe the first difference between `got` and `want`, for the learner; None if they are equal.

    want: number, array (or list of numbers), string, None, bool, or a tuple or list of these.
    rtol, atol: as in `Check.expect`. names: the names of the parts if want is a tuple.
    """
    if isinstance(want, (tuple, list)) and not _is_list_of_numbers(want):
        return _explain_parts(got, want, rtol, atol, names)
    if want is None or isinstance(want, (str, bool)):
        return _explain_plain(got, want)
    return _explain_numbers(got, np.asarray(want), rtol, atol)


def shown(value: object, digits: int = 4) -> str:
    """A value in short form: numbers with so many significant digits, long arrays abbreviated."""
    if isinstance(value, (str, bool)) or value is None:
        return repr(value)
    if isinstance(value, (tuple, list)):
        return "(" + ", ".join(shown(part, digits) for part in value) + ")"
    array = np.asarray(value)
    if array.dtype == object:
        return _clipped(repr(value))
    if array.ndim == 0:
        return _number(array[()], digits) if np.issubdtype(array.dtype, np.inexact) else str(array[()])
    text = np.array2string(
        array,
        separator=", ",
        threshold=12,
        edgeitems=2,
        formatter={"float_kind": lambda number: _number(number, digits)},
    )
    return text.replace("\n", "")


def _number(value: Any, digits: int) -> str:
    """Whole numbers below 10^9 in full, others with so many significant digits."""
    return f"{value:.0f}" if abs(value) < 1e9 and float(value).is_integer() else f"{value:.{digits}g}"


def _explain_parts(
    got: object, want: Sequence[Expected], rtol: float | None, atol: float, names: Sequence[str]
) -> str | None:
    if got is None:
        return NOTHING_RETURNED
    parts = _as_parts(got)
    if parts is None:
        return f"expected {_count(len(want), names)}, got {_kind(got)}"
    if hasattr(got, "shape") and len(got.shape) <= np.asarray(want[0]).ndim:
        return f"expected {_count(len(want), names)}, got one array of shape {tuple(got.shape)}"
    if len(parts) != len(want):
        return f"expected {_count(len(want), names)}, got {len(parts)}"
    labels = names or [f"value {position}" for position in range(1, len(want) + 1)]
    for label, part, wanted in zip(labels, parts, want, strict=True):
        if mismatch := explain_mismatch(part, wanted, rtol=rtol, atol=atol):
            return f"{label}: {mismatch}"
    return None


def _explain_plain(got: object, want: str | bool | None) -> str | None:
    if got is None and want is not None:
        return "there is no answer here yet (None)"
    if isinstance(got, np.generic):
        got = got.item()
    if type(got) is not type(want):
        return f"expected {_kind(want)}, got {_kind(got)}"
    if got != want:
        return f"expected {shown(want)}, got {shown(got)}"
    return None


def _explain_numbers(got: object, want: Array, rtol: float | None, atol: float) -> str | None:
    if got is None:
        return NOTHING_RETURNED
    numbers = _as_numbers(got)
    if numbers is None or (numbers.dtype.kind == "b") > (want.dtype.kind == "b"):
        return f"expected {_kind(want)}, got {_kind(got)}"
    if numbers.shape != want.shape:
        return f"expected shape {want.shape}, got {numbers.shape}"
    if rtol is None:
        whole = numbers.dtype.kind in "biu" and want.dtype.kind in "biu"
        rtol = 0.0 if whole else RTOL
    rtol = max(rtol, _NARROW_RTOL.get(numbers.dtype.name, 0.0))
    return _explain_values(numbers.astype(np.float64), want.astype(np.float64), rtol, atol)


def _explain_values(got: FloatArray, want: FloatArray, rtol: float, atol: float) -> str | None:
    if np.isnan(got).any() and not np.isnan(want).any():
        return f"got NaN{_place(np.isnan(got))}, expected {shown(want)}"
    finite = want[np.isfinite(want)]
    scale = np.abs(finite).max(initial=0.0)
    # Rounding errors are relative to the largest entry, even where an entry should be zero.
    wrong = ~np.isclose(got, want, rtol=rtol, atol=max(atol, 0.1 * rtol * scale), equal_nan=True)
    if not wrong.any():
        return None
    error = f", relative error {np.abs(got[wrong] - want[wrong]).max() / scale:.1e}" if scale else ""
    place = ""
    if want.size > 12:
        first = np.unravel_index(np.argmax(wrong), wrong.shape)
        place, want, got = f"first difference{_place(wrong)}: ", want[first], got[first]
    digits = next((digits for digits in (4, 8, 16) if shown(want, digits) != shown(got, digits)), 17)
    return f"{place}expected {shown(want, digits)}, got {shown(got, digits)}{error}"


def _is_list_of_numbers(want: object) -> TypeGuard[list[float]]:
    return isinstance(want, list) and all(isinstance(part, (int, float)) for part in want)


def _as_parts(got: object) -> list[Any] | None:
    """The parts of a tuple, list, array, tensor or iterator; None for a single value or an unordered collection."""
    if isinstance(got, (str, bytes, Set, Mapping)):
        return None
    try:
        return list(np.asarray(got) if hasattr(got, "__array__") else cast("Iterable[object]", got))
    except TypeError:
        return None


def _as_numbers(got: object) -> Array | None:
    """The result as a plain numeric array; None unless it is a number, array, tensor or nested list of numbers."""
    try:
        array = np.asarray(got)
        if array.dtype.name == "bfloat16":
            return array
        if array.dtype == object and array.size:
            array = array.astype(np.float64)
    except (TypeError, ValueError):
        return None
    return array if array.dtype.kind in "biuf" else None


def _place(wrong: BoolArray) -> str:
    """The index of the first True as " at index …"; empty for a single number."""
    if wrong.ndim == 0:
        return ""
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    return f" at index {index[0] if len(index) == 1 else index}"


def _count(n: int, names: Sequence[str]) -> str:
    return f"{n} values" + (f" ({', '.join(names)})" if names else "")


def _kind(value: object) -> str:
    """What kind of value this is, in words."""
    if value is None:
        return "None"
    if isinstance(value, str):
        return f"the text {_clipped(repr(value))}"
    if isinstance(value, (bool, np.bool_)):
        return "True or False"
    if isinstance(value, np.ndarray):
        return "a number" if value.ndim == 0 else f"an array of {value.dtype}"
    if isinstance(value, (int, float, np.number)):
        return "a number"
    return f"an object of type {type(value).__name__}"


def _clipped(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
