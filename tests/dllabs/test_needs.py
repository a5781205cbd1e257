"""Demos wait for unsolved exercises, and for nothing else."""

import pytest
from dllabs import needs
from learner_code import cell

STUB = "def {name}(x):\n    raise NotImplementedError()"
SOLVED = "def {name}(x):\n    return x + 1"


def stub(name):
    return getattr(cell(STUB.format(name=name)), name)


def solved(name):
    return getattr(cell(SOLVED.format(name=name)), name)


def test_an_unsolved_exercise_costs_one_friendly_line(capsys):
    one, two = solved("one"), stub("two")
    with needs(one, two):
        print(two(one(1)))
    assert capsys.readouterr().out == "This demo needs your two: solve that exercise, then run this cell again.\n"


def test_a_solved_exercise_runs_its_demo(capsys):
    one = solved("one")
    with needs(one):
        print(one(1))
    assert capsys.readouterr().out == "2\n"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("def f(x):\n    return 1 / 0", ZeroDivisionError),
        ("def f(x):\n    return undefined", NameError),
        ("def f(x):\n    return library(x)", NotImplementedError),
    ],
)
def test_an_error_in_a_solved_exercise_or_in_a_library_is_raised(source, error):
    library = cell("def library(x):\n    raise NotImplementedError('sparse input')").library
    f = cell(source, library=library).f
    with pytest.raises(error), needs(f):
        f(1)


def test_an_unsolved_exercise_that_was_not_named_is_raised():
    one, two = solved("one"), stub("two")
    with pytest.raises(NotImplementedError), needs(one):
        two(1)


def test_the_same_name_in_another_cell_is_another_exercise():
    first = cell("\n\ndef f(x):\n    raise NotImplementedError()").f
    second = stub("f")
    with pytest.raises(NotImplementedError), needs(first):
        second(1)


def test_a_name_of_a_skipped_demo_is_forgiven_until_the_exercise_is_solved(capsys):
    f = stub("forgiven")
    with needs(f):
        curve = f(1)
    capsys.readouterr()
    with needs(f):
        print(curve)
    assert capsys.readouterr().out.startswith("This demo needs your forgiven")
    f = solved("forgiven")
    with pytest.raises(NameError), needs(f):
        print(curve)


def test_a_name_is_not_forgiven_before_the_exercise_is_known_to_be_unsolved():
    f = stub("never_called")
    with pytest.raises(NameError), needs(f):
        print(undefined)  # noqa: F821


CLASS = """
class Optimizer:
    def __init__(self):
        self.steps = 0

    {decorator}
    def step(self):
        {body}
"""


@pytest.mark.parametrize("decorator", ["", "@classmethod", "@staticmethod", "@wrapped"])
def test_methods_are_the_exercises_own_code(capsys, decorator):
    wrapped = cell(
        """
        from functools import wraps

        def wrapped(method):
            @wraps(method)
            def wrapper(*arguments):
                return method(*arguments)
            return wrapper
        """
    ).wrapped
    source = CLASS.format(decorator=decorator, body="raise NotImplementedError()")
    if decorator == "@staticmethod":
        source = source.replace("step(self)", "step()")
    optimizer = cell(source, wrapped=wrapped).Optimizer
    with needs(optimizer):
        optimizer().step()
    assert capsys.readouterr().out.startswith("This demo needs your Optimizer")


def test_a_class_is_solved_when_its_last_method_is(capsys):
    unsolved = cell(CLASS.format(decorator="", body="raise NotImplementedError()")).Optimizer
    with needs(unsolved):
        unsolved().step()
    now_solved = cell(CLASS.format(decorator="", body="return 1")).Optimizer
    with pytest.raises(NameError), needs(now_solved):
        print(undefined)  # noqa: F821


def test_a_stub_inside_a_function_belongs_to_the_exercise(capsys):
    outer = cell(
        """
        def outer(x):
            def inner(x):
                raise NotImplementedError()
            return inner(x)
        """
    ).outer
    with needs(outer):
        outer(1)
    assert capsys.readouterr().out.startswith("This demo needs your outer")


def test_a_figure_begun_before_the_stub_is_closed():
    import matplotlib.pyplot as plt

    def exercise():
        raise NotImplementedError()

    with needs(exercise):
        plt.figure()
        exercise()
    assert plt.get_fignums() == []
