"""How a learner's result is compared with the right one: kind, then shape, then value."""

from collections.abc import Mapping, Set

import numpy as np

RTOL = 1e-7
NOTHING_RETURNED = "got None: every path of your function must end in a return (printing the result is not enough)"
# What arithmetic in a narrower type can promise.
_NARROW_RTOL = {"float32": 1e-4, "float16": 2e-2, "bfloat16": 5e-2}


def explain_mismatch(got, want, *, rtol=None, atol=0.0, names=()) -> str | None:
    """None when `got` equals `want`, else the first thing that is wrong with it.

    want: number, array (or list of numbers), string, None, bool, or a tuple/list of them.
    rtol, atol: as in `Check.expect`. names: the parts' names when want is a tuple.
    """
    if isinstance(want, (tuple, list)) and not _is_list_of_numbers(want):
        return _explain_parts(got, want, rtol, atol, names)
    if want is None or isinstance(want, (str, bool)):
        return _explain_plain(got, want)
    return _explain_numbers(got, np.asarray(want), rtol, atol)


def shown(value, digits=4):
    """A value as a learner should read it: short."""
    if isinstance(value, (str, bool)) or value is None:
        return repr(value)
    if isinstance(value, (tuple, list)):
        return "(" + ", ".join(shown(part, digits) for part in value) + ")"
    array = np.asarray(value)
    if array.dtype == object:
        return _clipped(repr(value))
    if array.ndim == 0:
        return _number(array[()], digits) if np.issubdtype(array.dtype, np.inexact) else str(array[()])
    number = {"float_kind": lambda number: _number(number, digits)}
    return np.array2string(array, separator=", ", threshold=12, edgeitems=2, formatter=number).replace("\n", "")


def _number(value, digits):
    """Counts in full, anything else with so many significant digits."""
    return f"{value:.0f}" if abs(value) < 1e9 and float(value).is_integer() else f"{value:.{digits}g}"


def _explain_parts(got, want, rtol, atol, names):
    if got is None:
        return NOTHING_RETURNED
    parts = _as_parts(got)
    if parts is None:
        return f"expected {_count(len(want), names)}, got {_kind(got)}"
    if hasattr(got, "shape") and len(got.shape) <= np.ndim(want[0]):
        return f"expected {_count(len(want), names)}, got one array of shape {tuple(got.shape)}"
    if len(parts) != len(want):
        return f"expected {_count(len(want), names)}, got {len(parts)}"
    labels = names or [f"value {position}" for position in range(1, len(want) + 1)]
    for label, part, wanted in zip(labels, parts, want, strict=True):
        if mismatch := explain_mismatch(part, wanted, rtol=rtol, atol=atol):
            return f"{label}: {mismatch}"
    return None


def _explain_plain(got, want):
    if got is None and want is not None:
        return "there is no answer here yet (None)"
    if isinstance(got, np.generic):
        got = got.item()
    if type(got) is not type(want):
        return f"expected {_kind(want)}, got {_kind(got)}"
    if got != want:
        return f"expected {shown(want)}, got {shown(got)}"
    return None


def _explain_numbers(got, want, rtol, atol):
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


def _explain_values(got, want, rtol, atol):
    if np.isnan(got).any() and not np.isnan(want).any():
        return f"got NaN{_place(np.isnan(got))}, expected {shown(want)}"
    finite = want[np.isfinite(want)]
    scale = np.abs(finite).max(initial=0.0)
    # Rounding leaves errors of the size of the largest entry, also where an entry should be zero.
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


def _is_list_of_numbers(want):
    return isinstance(want, list) and all(isinstance(part, (int, float)) for part in want)


def _as_parts(got):
    """The parts of a tuple, list, array, tensor or iterator; None for a single thing and for what has no order."""
    if isinstance(got, (str, bytes, Set, Mapping)):
        return None
    try:
        return list(np.asarray(got) if hasattr(got, "__array__") else got)
    except TypeError:
        return None


def _as_numbers(got):
    """The result as a plain numeric array, or None when it is no number, array, tensor or nested list of numbers."""
    try:
        array = np.asarray(got)
        if array.dtype.name == "bfloat16":
            return array
        if array.dtype == object and array.size:
            array = array.astype(np.float64)
    except (TypeError, ValueError):
        return None
    return array if array.dtype.kind in "biuf" else None


def _place(wrong):
    if wrong.ndim == 0:
        return ""
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    return f" at index {index[0] if len(index) == 1 else index}"


def _count(n, names):
    return f"{n} values" + (f" ({', '.join(names)})" if names else "")


def _kind(value):
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


def _clipped(text, length=60):
    return text if len(text) <= length else text[: length - 1] + "…"
