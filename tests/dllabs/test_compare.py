"""What counts as equal, and what the learner is told first when it is not."""

import warnings
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from dllabs.compare import explain_mismatch
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

shapes = hnp.array_shapes(min_dims=0, max_dims=3, max_side=5)
numbers = st.floats(-1e12, 1e12, allow_subnormal=False)
arrays = hnp.arrays(np.float64, shapes, elements=numbers)


class Agreeable:
    """Agrees with everything that it is compared with."""

    def __eq__(self, other):
        return True

    __hash__ = object.__hash__


class AgreeableText(str):
    __slots__ = ()

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class AgreeableNumber(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


class AgreeableArray(np.ndarray):
    def __array_ufunc__(self, ufunc, *inputs, **options):
        return np.bool_(ufunc is not np.isnan)


class AgreeableList(list):
    def __eq__(self, other):
        return True

    __hash__ = None


@given(arrays)
def test_equal_arrays_never_mismatch(want):
    assert explain_mismatch(want.copy(), want) is None
    assert explain_mismatch(want.tolist(), want) is None
    assert explain_mismatch(want, want.tolist()) is None


@given(arrays, st.sampled_from([1e-9, 1e-7, 1e-4]), st.floats(0, 1), st.data())
def test_a_perturbation_is_a_mismatch_exactly_beyond_the_tolerance(want, rtol, atol, data):
    assume(want.size)
    scale = np.abs(want).max()
    place = data.draw(st.integers(0, want.size - 1))
    allowed = max(atol, 0.1 * rtol * scale) + rtol * abs(want.flat[place])
    assume(allowed > 1e-6 * scale * rtol)
    step = data.draw(st.sampled_from([-1, 1])) * allowed
    # Rounding of want + step itself must not decide.
    assume(abs(step) > 1e4 * np.spacing(max(scale, 1.0)))
    inside, beyond = want.copy(), want.copy()
    inside.flat[place] += 0.99 * step
    beyond.flat[place] += 1.01 * step
    assert explain_mismatch(inside, want, rtol=rtol, atol=atol) is None
    assert "expected" in explain_mismatch(beyond, want, rtol=rtol, atol=atol)


@given(arrays, st.data())
def test_nan_is_named_wherever_it_stands(want, data):
    assume(want.size)
    got = want.copy()
    got.flat[data.draw(st.integers(0, want.size - 1))] = np.nan
    assert explain_mismatch(got, want).startswith("got NaN")


@given(arrays, shapes)
def test_another_shape_is_always_a_mismatch(want, shape):
    assume(shape != want.shape)
    assert explain_mismatch(np.zeros(shape), want) == f"expected shape {want.shape}, got {shape}"


@pytest.mark.parametrize(
    ("got", "want", "reason"),
    [
        ("0.5", 1.0, "expected a number, got the text '0.5'"),
        (["a", "b"], np.zeros(3), "expected an array of float64, got an object of type list"),
        (1j, 1.0, "expected a number, got an object of type complex"),
        (True, 1.0, "expected a number, got True or False"),
        (1, True, "expected True or False, got a number"),
        (3, None, "expected None, got a number"),
        (3, "a", "expected the text 'a', got a number"),
        (3.0, (1.0, 2.0), "expected 2 values, got a number"),
        (np.zeros((2, 1)), np.ones(2), "expected shape (2,), got (2, 1)"),
        (np.float64(1), np.ones(1), "expected shape (1,), got ()"),
        ((1.0, 2.0, 3.0), (1.0, 2.0), "expected 2 values, got 3"),
        ((1.0, np.zeros(2)), (1.0, 2.0), "value 2: expected shape (), got (2,)"),
        ((5.0, "b"), (1.0, 2.0), "value 1: expected 1, got 5, relative error 4.0e+00"),
        ([1.0, 2.5], np.array([1.0, 2.0]), "expected [1, 2], got [1, 2.5], relative error 2.5e-01"),
    ],
)
def test_type_comes_before_shape_and_shape_before_value(got, want, reason):
    assert explain_mismatch(got, want) == reason


def test_none_asks_for_a_return_or_for_an_answer():
    for want in (1.0, np.ones(2), (1.0, 2.0)):
        assert explain_mismatch(None, want).startswith("got None: every path of your function must end in a return")
    assert explain_mismatch(None, "a") == "there is no answer here yet (None)"
    assert explain_mismatch(None, None) is None


@pytest.mark.parametrize(
    "got",
    [
        [[1.0, 2.0], [3.0, 4.0]],
        ((1, 2), (3, 4)),
        np.array([[1, 2], [3, 4]]),
        [np.array([1.0, 2.0]), np.array([3.0, 4.0])],
        np.array([[1.0, 2.0], [3.0, 4.0]], dtype=object),
        [[Fraction(1), Decimal(2)], [3, np.float32(4)]],
        np.ma.masked_array([[1.0, 2.0], [3.0, 4.0]]),
    ],
)
def test_the_container_does_not_matter(got):
    want = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert explain_mismatch(got, want) is None
    assert explain_mismatch(got, (want[0], want[1])) is None
    assert explain_mismatch(got, want + 1) is not None


def test_an_iterator_gives_its_parts():
    assert explain_mismatch(iter([1.0, 2.0]), (1.0, 2.0)) is None


@pytest.mark.parametrize("got", [{0.25, 2.5}, {0.25: 1, 2.5: 2}, "ab", b"ab"])
def test_what_has_no_order_or_no_parts_is_no_sequence(got):
    assert explain_mismatch(got, tuple(got)).startswith("expected 2 values, got ")


@pytest.mark.parametrize(("dtype", "passes", "fails"), [("float64", 1e-8, 1e-6), ("float32", 1e-5, 1e-3)])
def test_the_tolerance_follows_the_dtype_of_the_result(dtype, passes, fails):
    want = np.array([1.0, -300.0, 20.0])
    assert explain_mismatch((want * (1 + passes)).astype(dtype), want) is None
    assert explain_mismatch((want * (1 + fails)).astype(dtype), want) is not None


def test_a_given_tolerance_holds_for_every_part():
    assert explain_mismatch((1.0, 2.001), (1.0, 2.0), rtol=1e-3) is None
    assert explain_mismatch((1.0, 2.001), (1.0, 2.0), atol=2e-3) is None
    assert explain_mismatch((1.0, 2.001), (1.0, 2.0), rtol=1e-4) is not None


def test_half_precision_gets_a_percent():
    want = np.array([1.0, -300.0, 20.0])
    assert explain_mismatch((want * 1.01).astype("float16"), want) is None
    assert explain_mismatch((want * 1.05).astype("float16"), want) is not None


def test_whole_numbers_must_agree_exactly():
    assert explain_mismatch(138_357_544, 138_357_544) is None
    assert explain_mismatch(138_357_545, 138_357_544).startswith("expected 138357544, got 138357545, relative error")
    assert explain_mismatch(138_357_545, 138_357_544, rtol=1e-3) is None


def test_rounding_beside_large_entries_is_forgiven_and_a_lone_zero_is_exact():
    assert explain_mismatch(np.array([1e8, 1e-2]), np.array([1e8, 0.0])) is None
    assert explain_mismatch(1e-12, 0.0) == "expected 0, got 1e-12"
    assert explain_mismatch(1e-12, 0.0, atol=1e-9) is None


def test_infinity_equals_only_itself():
    assert explain_mismatch(np.array([1.0, np.inf]), np.array([1.0, np.inf])) is None
    assert explain_mismatch(np.array([1.0, -np.inf]), np.array([1.0, np.inf])) is not None
    assert explain_mismatch(np.array([1.0, 1e300]), np.array([1.0, np.inf])) is not None


def test_the_place_of_the_first_difference_is_named_in_a_large_array():
    want = np.zeros((5, 5))
    got = want.copy()
    got[2, 3], got[4, 4] = 7.0, 9.0
    assert explain_mismatch(got, want) == "first difference at index (2, 3): expected 0, got 7"


def test_the_parts_carry_their_names():
    names = ("theta", "velocity")
    assert explain_mismatch((1.0, 2.5), (1.0, 2.0), names=names).startswith("velocity: expected 2, got 2.5")
    assert explain_mismatch(1.0, (1.0, 2.0), names=names) == "expected 2 values (theta, velocity), got a number"


def test_plain_answers_are_compared_as_they_are():
    assert explain_mismatch("d", "d") is None
    assert explain_mismatch(np.str_("d"), "d") is None
    assert explain_mismatch("a", "d") == "expected 'd', got 'a'"
    assert explain_mismatch(np.bool_(True), True) is None
    assert explain_mismatch(False, True) == "expected True, got False"


@pytest.mark.parametrize("want", [1.0, np.ones(2), (1.0, 2.0), "a", True, None, np.array(["a"]) == "a"])
@pytest.mark.parametrize(
    "agreeable", [Agreeable(), AgreeableText("b"), AgreeableNumber(7.0), AgreeableList([7.0, 8.0])]
)
def test_an_object_that_agrees_with_everything_does_not_pass(agreeable, want):
    assert explain_mismatch(agreeable, want) is not None


def test_an_array_whose_arithmetic_agrees_with_everything_does_not_pass():
    assert explain_mismatch(np.full(2, 7.0).view(AgreeableArray), np.ones(2)) is not None


def test_comparing_never_warns():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        explain_mismatch(np.array([np.inf, 1.0]), np.array([np.inf, 0.0]))
        explain_mismatch(np.ones(3), np.zeros(3))


@pytest.mark.parametrize("dtype", ["float64", "float32", "float16", "bfloat16"])
def test_tensors_are_accepted_with_the_tolerance_of_their_dtype(dtype):
    import keras
    import tensorflow as tf

    numbers = [[1.0, 2.0, 3.0], [1 / 3, 0.1, -7.7]]
    tensor = tf.cast(tf.constant(numbers, tf.float64), dtype)
    for got in (tensor, tf.Variable(tensor), keras.Variable(tensor, dtype=dtype)):
        assert explain_mismatch(got, np.array(numbers)) is None
        assert explain_mismatch(got, (numbers[0], numbers[1])) is None
        assert explain_mismatch(got, np.array(numbers) * 1.2) is not None


def test_a_list_of_numbers_is_an_array_and_not_parts():
    assert explain_mismatch(np.array([1.0, 2.0]), [1.0, 2.0]) is None
    assert explain_mismatch(np.array([1.0, 3.0]), [1.0, 2.0]).startswith("expected [1, 2], got [1, 3]")
    assert explain_mismatch(1.0, [1.0, 2.0]) == "expected shape (2,), got ()"


def test_one_array_is_not_taken_for_the_parts_of_a_tuple():
    want = (np.array([1.0, 2.0]), np.array([3.0, 4.0]))
    message = explain_mismatch(np.array([1.0, 2.0]), want, names=("theta", "velocity"))
    assert message == "expected 2 values (theta, velocity), got one array of shape (2,)"
    assert explain_mismatch(np.array([[1.0, 2.0], [3.0, 4.0]]), want) is None


def test_a_small_difference_is_shown_with_enough_digits():
    message = explain_mismatch(0.99284111, 0.9928)
    assert message.startswith("expected 0.9928, got 0.99284111")
