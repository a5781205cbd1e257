"""Demos that depend on an exercise: until it is solved, they print one line instead of a traceback."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from traceback import walk_tb
from types import CodeType
from typing import Any

_UNSOLVED: set[CodeType] = set()


@contextmanager
def needs(*exercises: Callable[..., object]) -> Iterator[None]:
    """Skip the rest of a demo if one of these exercises is still the released stub.

    exercises: the learner's functions or classes, as defined in the notebook.

    Only a NotImplementedError raised by the exercise's own code counts as unsolved, so an error in a solved exercise
    or in a library still shows its traceback. A NameError is suppressed while one of the exercises is known to be
    unsolved, because a skipped demo may have left the name undefined.
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


def _say_what_is_missing(exercise: Callable[..., object]) -> None:
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")  # a figure created before the exercise was called would be shown empty
    print(f"This demo needs your {exercise.__name__}: solve that exercise, then run this cell again.")


def _innermost_code(error: BaseException) -> CodeType:
    """The code object that raised an error."""
    *_, (frame, _line) = walk_tb(error.__traceback__)
    return frame.f_code


def _code_objects(exercise: Callable[..., object]) -> Iterator[CodeType]:
    """All code objects of an exercise: its body, nested functions and, for a class, its methods."""
    members: Iterable[Any] = vars(exercise).values() if inspect.isclass(exercise) else [exercise]
    for member in members:
        function = inspect.unwrap(getattr(member, "__func__", member))
        if code := getattr(function, "__code__", None):
            yield from _nested_code(code)


def _nested_code(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _nested_code(constant)
