"""`import dllabs` is the first line of every lab, and of every grading process."""

from importlib.resources import files

import dllabs
import pytest


def test_import_leaves_the_heavy_libraries_alone(python):
    heavy = ("tensorflow", "keras", "matplotlib.pyplot", "sklearn", "scipy", "pandas", "IPython")
    result = python("-c", f"import sys, dllabs; print(*[name for name in {heavy} if name in sys.modules])")
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == []


@pytest.mark.parametrize("name", ["claims", "data", "plots", "stats", "surfaces"])
def test_a_module_is_imported_when_it_is_first_used(python, name):
    code = f"import sys, dllabs; before = 'dllabs.{name}' in sys.modules; print(before, dllabs.{name}.__name__)"
    assert python("-c", code).stdout.split() == ["False", f"dllabs.{name}"]


def test_a_mistyped_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="plotz"):
        _ = dllabs.plotz


def test_the_package_tells_type_checkers_that_it_is_typed():
    assert files(dllabs).joinpath("py.typed").is_file()
