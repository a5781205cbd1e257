"""Whether two answers give the same results on random inputs."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

LONGEST = 1000  # results taken from a generator, which may have no end
ROUNDING = 1e-12  # two orders of the same operations differ by so much


def prove_equal(names: Mapping[str, Any], exercise: str, one: str, other: str, inputs: str, count: int) -> None:
    """Raise AssertionError for the first of `count` inputs on which two answers differ.

    names: what the answers may use. one, other, inputs: sources; `inputs(rng)` is described in `equivalents`.
    """
    spaces = [dict(names) for _ in range(3)]
    for space, source in zip(spaces, (one, other, inputs), strict=True):
        exec(compile(source, "<answer>", "exec"), space)
    rng = np.random.default_rng(0)
    for number in range(count):
        given = spaces[2]["inputs"](rng)
        for function, arguments in (given if isinstance(given, dict) else {exercise: given}).items():
            results = [outcome(space[function], copy.deepcopy(arguments)) for space in spaces[:2]]
            assert same(*results), f"input {number}: {function}{arguments} gives {results[0]} and {results[1]}"


def outcome(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """What a call gives: a result, the list of a generator's results, or the kind of its error."""
    try:
        result = function(*arguments)
        return list(itertools.islice(result, LONGEST)) if isinstance(result, Iterator) else result
    except Exception as error:
        return type(error)


def same(one: Any, other: Any) -> bool:
    """Whether two results are of the same kind and equal up to rounding."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Mapping):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if not isinstance(one, (np.ndarray, np.generic, float)):
        return bool(one == other)
    one, other = np.asarray(one), np.asarray(other)
    if one.shape != other.shape or one.dtype != other.dtype:
        return False
    if one.dtype.kind not in "fc":
        return bool(np.array_equal(one, other))
    finite = np.abs(one[np.isfinite(one)])
    return np.allclose(one, other, rtol=ROUNDING, atol=ROUNDING * finite.max(initial=0.0), equal_nan=True)
