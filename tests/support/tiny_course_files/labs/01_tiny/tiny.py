# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   labgrader:
#     version: 1.0.0
# ---

# %% [markdown]
# # A tiny lab

# %% tags=["parameters"]
SEED = 0
PROFILE = "quick"

# %% nbgrader={"schema_version": 3, "grade_id": "setup", "grade": false, "solution": false, "locked": true, "task": false}
import numpy as np
from IPython.display import display


class BrokenCheck(Exception):
    """The check itself is wrong."""


class Check:
    """Named checks, each worth the same share of the points."""

    def __init__(self, points):
        self.points, self.lines = points, []

    def __call__(self, name, value):
        try:
            passed, reason = bool(value()), "wrong value"
        except BrokenCheck:
            raise
        except Exception as error:
            passed, reason = False, type(error).__name__
        self.lines.append(f"✓ {name}" if passed else f"✗ {name} ({reason})")

    def score(self):
        earned = self.points * sum(line.startswith("✓") for line in self.lines) / len(self.lines)
        record = {"points": self.points, "earned": earned, "checks": self.lines}
        report = {"text/plain": "\n".join(self.lines), "application/vnd.tiny.checks+json": record}
        display(report, raw=True)
        return earned


# %% [markdown]
# ## Square
#
# Square every number.


# %% nbgrader={"schema_version": 3, "grade_id": "square", "grade": false, "solution": true, "locked": false, "task": false}
def square(x):
    """The squares of an array's numbers."""
    ### BEGIN SOLUTION
    return np.asarray(x) ** 2
    ### END SOLUTION


# %% nbgrader={"schema_version": 3, "grade_id": "test_square", "grade": true, "solution": false, "locked": true, "task": false, "points": 4}
check = Check(points=4)
check("squares of two numbers", lambda: np.allclose(square([1, 2]), [1, 4]))
### BEGIN HIDDEN TESTS
hidden_numbers = np.arange(5) - 2
check("squares of negative numbers", lambda: np.allclose(square(hidden_numbers), [4, 1, 0, 1, 4]))
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## Half
#
# Checked with plain assertions, as other courses do.


# %% nbgrader={"schema_version": 3, "grade_id": "half", "grade": false, "solution": true, "locked": false, "task": false}
def half(x):
    """Half of a number."""
    ### BEGIN SOLUTION
    return x / 2
    ### END SOLUTION


# %% nbgrader={"schema_version": 3, "grade_id": "test_half", "grade": true, "solution": false, "locked": true, "task": false, "points": 2}
assert (SEED, PROFILE) == (0, "quick")
assert half(4) == 2
### BEGIN HIDDEN TESTS
k = 20
secret_number = 2**k + 1
assert half(secret_number) == secret_number / 2, "an odd number has a half too"
### END HIDDEN TESTS

# %% [markdown]
# ## Bonus: thrice


# %% nbgrader={"schema_version": 3, "grade_id": "thrice", "grade": false, "solution": true, "locked": false, "task": false}
def thrice(x):
    """Three times a number."""
    ### BEGIN SOLUTION
    return 3 * x
    ### END SOLUTION


# %% tags=["bonus"] nbgrader={"schema_version": 3, "grade_id": "test_thrice", "grade": true, "solution": false, "locked": true, "task": false, "points": 1}
assert thrice(2) == 6

# %% [markdown]
# ## Explain
#
# Why is a square never negative?

# %% [markdown] nbgrader={"schema_version": 3, "grade_id": "explain", "grade": true, "solution": true, "locked": false, "task": false, "points": 3}
# ### BEGIN SOLUTION
# The product of two numbers of the same sign is not negative.
# ### END SOLUTION

# %% [markdown]
# The end.
#
