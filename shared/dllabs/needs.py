"""Demos that wait for an exercise: one friendly line instead of a traceback, and the notebook goes on."""

import inspect
import sys
from contextlib import contextmanager
from types import CodeType

_UNSOLVED: set[CodeType] = set()


@contextmanager
def needs(*exercises):
    """Skip the rest of a demo when one of these exercises is still the released stub.

    exercises: the learner's functions or classes, as defined in the notebook.

    Only a NotImplementedError raised by the exercise's own code counts as unsolved, so that an error in a solved
    exercise, or in a library, still shows its traceback. A name that an earlier demo would have defined (a
    NameError here) is forgiven for as long as the exercise is known to be unsolved.
    """
    codes = {exercise: set(_code_objects(exercise)) for exercise in exercises}
    try:
        yield
    except NotImplementedError as error:
        raised_in = _innermost_code(error)
        unsolved = [exercise for exercise in exercises if raised_in in codes[exercise]]
        if not unsolved:
            raise
        _UNSOLVED.add(raised_in)
        _say_what_is_missing(unsolved[0])
    except NameError:
        unsolved = [exercise for exercise in exercises if codes[exercise] & _UNSOLVED]
        if not unsolved:
            raise
        _say_what_is_missing(unsolved[0])


def _say_what_is_missing(exercise):
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")  # a figure begun above the exercise would be shown empty
    print(f"This demo needs your {exercise.__name__}: solve that exercise, then run this cell again.")


def _innermost_code(error):
    traceback = error.__traceback__
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    return traceback.tb_frame.f_code


def _code_objects(exercise):
    """Every code object the exercise owns: its body, nested functions, and for a class its methods."""
    members = vars(exercise).values() if inspect.isclass(exercise) else [exercise]
    for member in members:
        function = inspect.unwrap(getattr(member, "__func__", member))
        if code := getattr(function, "__code__", None):
            yield from _nested_code(code)


def _nested_code(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _nested_code(constant)
