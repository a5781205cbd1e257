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

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dllabs
import matplotlib.pyplot as plt
import numpy as np
from dllabs import needs, plots

# %% [markdown]
# ## Exercise 1: `square` · 4 points
#
# Square every number.


# %% nbgrader={"grade": false, "grade_id": "square", "locked": false, "schema_version": 3, "solution": true, "task": false}
def square(x):
    """The squares of an array's numbers."""
    ### BEGIN SOLUTION
    x = np.asarray(x)
    return x * x
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_square", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(square, points=4)
with check("two numbers"):
    check.expect(lambda: square(np.array([1.0, 3.0])), [1.0, 9.0], mistakes={"that is the double": [2.0, 6.0]})
### BEGIN HIDDEN TESTS
with check("negative numbers"):
    hidden_numbers = np.arange(5.0) - 2
    check.expect(lambda: square(hidden_numbers), [4.0, 1.0, 0.0, 1.0, 4.0])
### END HIDDEN TESTS
check.score()

# %% tags=["demo"]
with needs(square):
    figure, ax = plt.subplots(figsize=(4, 2.4))
    grid = np.linspace(-2, 2, 50)
    ax.plot(grid, square(grid))
    ax.set(xlabel="$x$", ylabel="square of $x$")
    plots.show(figure, "A parabola that opens upwards and touches zero at zero.")

# %% [markdown]
# ## Question 2 · 3 points
#
# Why is a square never negative?

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# Both factors of $x \cdot x$ have the same sign. Rubric: 2 points for the sign, 1 for zero.
# ### END SOLUTION
