"""Partial credit and its reasons, as a learner and as nbgrader see them."""

import random

import dllabs
import numpy as np
import pytest
from dllabs.checks import BrokenCheck
from hypothesis import given
from hypothesis import strategies as st
from learner_code import cell
from nbformat.v4 import new_code_cell, new_output
from nbgrader.utils import determine_grade


def checked(*outcomes, points=4):
    """A Check with one named check for each outcome: (passes, weight), or "form" for a form check that passes."""
    check = dllabs.Check("answer", points=points)
    for number, outcome in enumerate(outcomes):
        if outcome == "form":
            with check(f"check {number}"):
                check.unchanged(lambda a: a + 1, np.ones(3))
        else:
            passes, weight = outcome
            with check(f"check {number}", weight=weight):
                check.expect(1.0, 1.0 if passes else 2.0)
    return check


def nbgrader_grade(score, points):
    """What nbgrader gives for a test cell whose last expression is this score."""
    result = new_output("execute_result", {"text/plain": repr(score)})
    metadata = {"nbgrader": {"grade": True, "solution": False, "points": points, "grade_id": "t"}}
    return determine_grade(new_code_cell(outputs=[result], metadata=metadata))[0]


outcome = st.tuples(st.booleans(), st.floats(0.1, 10))


@given(st.lists(outcome, max_size=6), st.sampled_from([0.5, 1, 4, 7.25, 1 / 3, 0.126]))
def test_a_score_is_a_plain_float_between_nothing_and_the_points(outcomes, points):
    score = checked(*outcomes, points=points).score()
    assert type(score) is float
    assert 0 <= score <= points
    assert score == points or round(score, 2) == score
    assert float(repr(score)) == score == nbgrader_grade(score, points)
    if all(passes for passes, _ in outcomes) and outcomes:
        assert score == pytest.approx(points, abs=0.005)
    if not any(passes for passes, _ in outcomes):
        assert score == 0


@pytest.mark.parametrize(
    ("outcomes", "score"),
    [
        ([], 0.0),
        ([(True, 1), (False, 1)], 2.0),
        ([(True, 1), (False, 1), (False, 1)], 1.33),
        ([(True, 3), (False, 1)], 3.0),
        # A form check counts half a check, and only beside a value that is right.
        (["form"], 0.0),
        (["form", (False, 1)], 0.0),
        (["form", (True, 1)], 4.0),
        (["form", (True, 1), (False, 1)], 2.4),
        # A reminder counts only where nothing else does the marking.
        ([(True, 0)], 4.0),
        ([(False, 0)], 0.0),
        ([(True, 0), (False, 0)], 2.0),
        ([(True, 0), (False, 1)], 0.0),
        ([(False, 0), (True, 1)], 4.0),
        ([(True, 0), "form", (False, 1)], 0.0),
    ],
)
def test_what_checks_are_worth(outcomes, score):
    assert checked(*outcomes, points=4).score() == score


def test_a_check_passes_as_a_whole():
    check = dllabs.Check("answer", points=4)
    with check("first right, then wrong"):
        check.expect(1.0, 1.0)
        check.expect(2.0, 1.0)
    assert check.score() == 0


def test_a_reminder_alone_promises_no_points(report_of):
    check = checked((True, 0), points=7)
    assert report_of(check)[0].endswith("1 of 1 checks passed · 7 points after grading")


def test_the_report_names_every_check_and_its_reason(report_of):
    check = dllabs.Check(np.mean, "quiz", points=4)
    with check("right"):
        check.expect(lambda: 1.0, 1.0)
    with check("wrong"):
        check.note("always shown")
        check.expect(lambda: 3.0, 2.0)
    with check("a property"):
        check.holds(1 > 2, "one is not above two: look again")
    with check("an exception"):
        check.raises(ValueError, lambda: None, "nothing was raised: refuse this")
    assert report_of(check) == [
        "mean, quiz · 1 of 4 checks passed · 1 of 4 points",
        "✓ right",
        "✗ wrong",
        "    expected 2, got 3, relative error 5.0e-01",
        "    always shown",
        "✗ a property",
        "    one is not above two: look again",
        "✗ an exception",
        "    nothing was raised: refuse this",
    ]


def thresholds(accuracy, loss):
    """A check of each kind of threshold."""
    check = dllabs.Check("a network", points=4)
    with check("accuracy"):
        check.at_least(lambda: accuracy, 0.9, "train longer")
    with check("loss"):
        check.at_most(loss, 0.5, "the loss should fall further")
    return check


def test_thresholds_hold_at_their_ends_and_tell_both_numbers(report_of):
    assert report_of(thresholds(0.9, np.float32(0.5))) == [
        "a network · 2 of 2 checks passed · 4 of 4 points",
        "✓ accuracy",
        "✓ loss",
    ]
    assert report_of(thresholds(0.8765, np.nan)) == [
        "a network · 0 of 2 checks passed · 0 of 4 points",
        "✗ accuracy",
        "    train longer (measured 0.8765, required at least 0.9)",
        "✗ loss",
        "    the loss should fall further (measured nan, required at most 0.5)",
    ]


def test_what_is_no_number_fails_at_a_threshold(report_of):
    report = report_of(thresholds("a lot", None))
    assert report[2].startswith("    stopped with ValueError")
    assert report[4].startswith("    stopped with TypeError")


@pytest.mark.parametrize(
    ("accuracy", "loss", "margins"),
    [(0.95, 0.1, [0.05, 0.4]), (0.85, 0.6, [-0.05, -0.1]), (np.nan, np.inf, [None, None])],
)
def test_the_record_keeps_how_far_a_threshold_was(accuracy, loss, margins, record_of):
    for check, margin in zip(record_of(thresholds(accuracy, loss))["checks"], margins, strict=True):
        if margin is None:
            assert "margins" not in check
        else:
            (kept,) = check["margins"]
            assert kept["margin"] == pytest.approx(margin)
            assert abs(kept["measured"] - kept["threshold"]) == pytest.approx(abs(margin))


def test_holds_and_raises_pass_too():
    check = dllabs.Check("answer", points=4)
    with check("holds"):
        check.holds(2 > 1, "")
    with check("raises"):
        check.raises(ValueError, lambda: int("one"), "")
    assert check.score() == 4


def test_raises_does_not_take_another_exception(report_of):
    check = dllabs.Check("answer", points=4)
    with check("raises"):
        check.raises(KeyError, lambda: int("one"), "")
    assert "stopped with ValueError" in report_of(check)[2]


@pytest.mark.parametrize(
    ("got", "want", "mistake"),
    [
        (1.05, 0.95, 1.05),
        ((1.0, 2.0), (1.0, 3.0), (1.0, 2.0)),
        (np.float32(1.05), 0.95, 1.05),
        (np.array([4, 4]), np.array([4, 4, 2]), np.array([4, 4])),
        (None, 0.95, None),
    ],
)
def test_a_known_mistake_is_recognised_also_by_its_shape(report_of, got, want, mistake):
    check = dllabs.Check("answer", points=4)
    with check("a step"):
        check.expect(got, want, mistakes={"a sign was lost": 77.0, "that goes uphill": mistake})
    assert report_of(check)[1] == "✗ a step — looks like: that goes uphill"


@pytest.mark.parametrize(
    "use",
    [
        lambda check: check.expect(1.0, 2.0),
        lambda check: check.at_least(1.0, 0.5, ""),
        lambda check: check.unchanged(len, [1]),
        lambda check: check.note("shown"),
    ],
)
def test_outside_its_block_a_check_is_broken(use):
    with pytest.raises(BrokenCheck, match=r"inside `with check\(...\):`"):
        use(dllabs.Check("answer", points=4))


def test_an_unknown_mistake_gets_no_name(report_of):
    check = dllabs.Check("answer", points=4)
    with check("a step"):
        check.expect(0.5, 0.95, mistakes={"that goes uphill": 1.05})
    assert report_of(check)[1] == "✗ a step"


def test_a_mistake_that_equals_the_right_answer_breaks_the_check():
    check = dllabs.Check("answer", points=4)
    with pytest.raises(BrokenCheck, match="uphill"), check("a step"):
        check.expect(0.95, 0.95, mistakes={"that goes uphill": 0.95 + 1e-12})
    assert check.score() == 0


learner = cell(
    """
    def stub(x):
        raise NotImplementedError()

    def divide(x):
        nothing = 0
        return x / nothing  # the learner's line

    def through_a_library(x):
        return sorted([x, None])  # the learner's line

    def library_that_cannot(x):
        raise NotImplementedError("sparse input")

    def leave(x):
        raise SystemExit("enough")

    def endless(x):
        return endless(x)  # the learner's line

    def coloured(x):
        raise ValueError("called\\n\\n\\x1b[1mwrong shape\\x1b[0m\\n" + "and more " * 100)  # the learner's line

    class Layer:
        kind = "dense"

        def call(self, x):
            return x @ self.weights  # the learner's line

    class Unsolved:
        def call(self, x):
            raise NotImplementedError()
    """
)
helper = cell(
    """
    def outer(x):
        return inner(x)  # the learner's line
    """,
    inner=cell("def inner(x):\n    return x.upper()  # a helper's line").inner,
)


def reason_for(report_of, subject, call):
    """What the learner reads when this call stops the check."""
    check = dllabs.Check(subject, points=4)
    with check("a call"):
        check.expect(call, 1.0)  # a line of the test cell
    _title, headline, *reason = report_of(check)
    assert headline == "✗ a call"
    assert check.score() == 0
    return "\n".join(reason).strip()


@pytest.mark.parametrize(
    ("subject", "call", "reason"),
    [
        (learner.divide, lambda: learner.divide(1.0), "stopped with ZeroDivisionError: float division by zero"),
        (learner.through_a_library, lambda: learner.through_a_library(1.0), "stopped with TypeError"),
        (learner.endless, lambda: learner.endless(1.0), "stopped with RecursionError"),
        (learner.Layer, lambda: learner.Layer().call(1.0), "stopped with AttributeError"),
        (helper.outer, lambda: helper.outer(1.0), "stopped with AttributeError"),
        (learner.coloured, lambda: learner.coloured(1.0), "stopped with ValueError: called wrong shape and more"),
    ],
)
def test_an_error_is_a_failed_check_that_quotes_the_learners_own_line(report_of, subject, call, reason):
    told = reason_for(report_of, subject, call)
    assert told.startswith(reason)
    assert told.endswith("# the learner's line`")
    assert "\n" not in told
    assert "\x1b" not in told
    assert len(told) < 500


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (
            lambda: learner.divide(),
            "stopped with TypeError: divide() missing 1 required positional argument: 'x'",
        ),
        (lambda: undefined_in_the_test, "stopped with NameError: name 'undefined_in_the_test' is not defined"),  # noqa: F821
        (lambda: int("one"), "stopped with ValueError: invalid literal for int() with base 10: 'one'"),
    ],
)
def test_a_line_of_the_test_cell_is_never_quoted(report_of, call, reason):
    assert reason_for(report_of, learner.divide, call) == reason


def test_an_error_without_a_message_is_told_by_its_name(report_of):
    def call():
        raise ValueError

    assert reason_for(report_of, learner.divide, call) == "stopped with ValueError"


@pytest.mark.parametrize(
    ("subject", "call"),
    [
        (learner.stub, lambda: learner.stub(1.0)),
        (learner.Unsolved, lambda: learner.Unsolved().call(1.0)),
        ("another exercise", lambda: learner.stub(1.0)),
    ],
)
def test_an_unsolved_exercise_says_what_to_do(report_of, subject, call):
    reason = reason_for(report_of, subject, call)
    assert reason == "not written yet: replace the line `raise NotImplementedError()` with your answer"


def test_an_unsolved_exercise_inside_a_compiled_function_says_what_to_do(report_of):
    import tensorflow as tf

    reason = reason_for(report_of, learner.stub, lambda: tf.function(learner.stub)(tf.ones(3)))
    assert reason.startswith("not written yet")


@pytest.mark.parametrize("subject", [learner.library_that_cannot, learner.stub])
def test_a_library_that_cannot_is_not_mistaken_for_an_unsolved_exercise(report_of, subject):
    reason = reason_for(report_of, subject, lambda: learner.library_that_cannot(1.0))
    assert reason.startswith("stopped with NotImplementedError: sparse input")


def test_system_exit_costs_one_check(report_of):
    reason = reason_for(report_of, learner.leave, lambda: learner.leave(1.0))
    assert reason.startswith("stopped with SystemExit: enough")


def test_an_interrupt_stops_everything_and_earns_nothing():
    check = dllabs.Check("answer", points=4)
    with pytest.raises(KeyboardInterrupt), check("interrupted"):
        raise KeyboardInterrupt
    assert check.score() == 0


def test_an_object_that_agrees_with_everything_earns_nothing():
    class Agreeable:
        def __eq__(self, other):
            return True

        __hash__ = None

    check = dllabs.Check("answer", points=4)
    for want in (1.0, "d", (1.0, 2.0), np.ones(2)):
        with check("agrees"):
            check.expect(lambda: Agreeable(), want)
    assert check.score() == 0


def change(array, **others):
    for changed in (array, *others.values()):
        changed += 1


@pytest.mark.parametrize(
    ("arguments", "keywords", "named"),
    [((np.zeros(2),), {}, "argument 1"), ((0,), {"grad": np.full(2, np.nan), "v": np.zeros(2)}, "argument v")],
)
def test_an_input_changed_in_place_is_named(report_of, arguments, keywords, named):
    check = dllabs.Check("answer", points=4)
    with check("inputs"):
        check.unchanged(change, *arguments, **keywords)
    assert report_of(check)[2].strip().startswith(f"{named} was changed in place")


@pytest.mark.parametrize("value", [np.array([1.0, np.nan]), np.array(["a"]), [[1], [2, 3]], 3.0, len])
def test_inputs_left_alone_pass_whatever_they_are(report_of, value):
    check = dllabs.Check("answer", points=4)
    with check("inputs"):
        check.unchanged(lambda x: x, value)
    assert report_of(check)[1] == "✓ inputs"


def test_outside_a_notebook_a_report_needs_no_ipython(python):
    code = "import dllabs, sys; sys.modules['IPython'] = None; print(dllabs.Check('quiz', points=1).score())"
    assert python("-c", code).stdout.splitlines() == ["quiz · 0 of 0 checks passed · 0 of 1 points", "0.0"]


def test_every_check_starts_from_the_same_seeds():
    draws = []
    for _ in range(2):
        dllabs.Check("answer", points=1)
        draws.append((random.random(), np.random.random()))
    assert draws[0] == draws[1]


def test_the_right_values_in_the_wrong_order_are_recognised(report_of):
    check = dllabs.Check("step", points=1)
    with check("one step"):
        check.expect(lambda: (2.0, 3.0, 1.0), (1.0, 2.0, 3.0), names=("theta", "m", "v"))
    _, headline, _ = report_of(check)
    assert headline == "✗ one step — looks like: the right values in the wrong order: return theta, m, v"
