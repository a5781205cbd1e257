"""Answers are compared by what they give: kinds, values, errors, and whatever they do to their arguments."""

from __future__ import annotations

import pytest
from labgrader.verify.proof import prove_equal

ARRAYS = "import numpy as np\ndef inputs(rng):\n    return rng.normal(size=3), int(rng.integers(1, 4))\n"
BOTH = "def inputs(rng):\n    return {'f': (rng.normal(),), 'g': ()}\n"


@pytest.mark.parametrize(
    ("one", "other", "inputs"),
    [
        ("def f(x, n): return (x + x) * n", "def f(x, n): return n * (2 * x)", ARRAYS),
        ("def f(x, n):\n    yield x\n    yield n", "def f(x, n): return iter([x, n])", ARRAYS),
        ("def f(x, n):\n    x *= 2\n    return x", "def f(x, n): return x * 2", ARRAYS),
        ("def f(x, n):\n    while True: yield n", "def f(x, n):\n    while 1: yield n", ARRAYS),
        ("def f(x, n): return x[9]", "def f(x, n): return x[8]", ARRAYS),
        ("f = abs\ng = dict", "def f(x): return max(x, -x)\ndef g(): return {}", BOTH),
    ],
)
def test_equal_answers(one, other, inputs):
    prove_equal({}, "f", one, other, inputs, 100)


@pytest.mark.parametrize(
    ("one", "other", "inputs"),
    [
        ("def f(x, n): return x", "def f(x, n): return x + 1e-9", ARRAYS),
        ("def f(x, n): return x", "def f(x, n): return list(x)", ARRAYS),
        ("def f(x, n): return x", "def f(x, n): return x.astype('float32')", ARRAYS),
        ("def f(x, n): return n", "def f(x, n): return min(n, 2)", ARRAYS),
        ("def f(x, n): return x[9]", "def f(x, n): raise ValueError", ARRAYS),
        ("def f(x, n): return x, n", "def f(x, n): return (x,)", ARRAYS),
        ("f = abs\ng = dict", "f = abs\ng = list", BOTH),
    ],
)
def test_answers_that_differ(one, other, inputs):
    with pytest.raises(AssertionError, match=r"input [0-9]+: [fg]"):
        prove_equal({}, "f", one, other, inputs, 100)
