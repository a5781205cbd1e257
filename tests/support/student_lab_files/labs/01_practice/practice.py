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
# # Practice

# %% tags=["parameters"]
PROFILE = "quick"
SEED = 0

# %% nbgrader={"schema_version": 3, "grade_id": "setup", "grade": false, "solution": false, "locked": true, "task": false}
import dllabs
import numpy as np
from dllabs import needs

# %% [markdown]
# ## 1 · Numbers  ·  5 min
#
# Double every number.


# %% nbgrader={"schema_version": 3, "grade_id": "double", "grade": false, "solution": true, "locked": false, "task": false}
def double(x):
    """Twice an array."""
    ### BEGIN SOLUTION
    return 2 * np.asarray(x)
    ### END SOLUTION


# %% nbgrader={"schema_version": 3, "grade_id": "test_double", "grade": true, "solution": false, "locked": true, "task": false, "points": 4}
check = dllabs.Check(double, points=4)
with check("two numbers"):
    check.expect(lambda: double([1, 3]), np.array([2, 6]), mistakes={"the square": np.array([1, 9])})
with check("no numbers"):
    check.expect(lambda: double([]), np.array([]))
### BEGIN HIDDEN TESTS
with check("a negative number"):
    check.expect(lambda: double([-7]), np.array([-14]))
### END HIDDEN TESTS
check.score()

# %% tags=["demo"]
with needs(double):
    print(double(np.arange(3)))
if PROFILE != "quick":
    raise RuntimeError("this takes an hour")

# %% [markdown]
# ## 2 · Words


# %% nbgrader={"schema_version": 3, "grade_id": "shout", "grade": false, "solution": true, "locked": false, "task": false}
def shout(text):
    """The text in capitals."""
    ### BEGIN SOLUTION
    return text.upper()
    ### END SOLUTION


# %% nbgrader={"schema_version": 3, "grade_id": "test_shout", "grade": true, "solution": false, "locked": true, "task": false, "points": 2}
assert shout("a") == "A"
### BEGIN HIDDEN TESTS
secret_word = "hidden hat"
assert shout(secret_word) == "HIDDEN HAT"
### END HIDDEN TESTS

# %% [markdown] nbgrader={"schema_version": 3, "grade_id": "explain", "grade": true, "solution": true, "locked": false, "task": false, "points": 3}
# ### BEGIN SOLUTION
# Because capitals are loud.
# ### END SOLUTION

# %% [markdown]
# ## Bonus


# %% nbgrader={"schema_version": 3, "grade_id": "thrice", "grade": false, "solution": true, "locked": false, "task": false}
def thrice(x):
    """Three times a number."""
    ### BEGIN SOLUTION
    return 3 * x
    ### END SOLUTION


# %% tags=["bonus"] nbgrader={"schema_version": 3, "grade_id": "test_thrice", "grade": true, "solution": false, "locked": true, "task": false, "points": 1}
check = dllabs.Check(thrice, points=1)
with check("of two"):
    check.expect(lambda: thrice(2), 6)
check.score()

# %% [markdown]
# ## 3 · Knowledge check

# %% nbgrader={"schema_version": 3, "grade_id": "quiz", "grade": false, "solution": true, "locked": false, "task": false}
quiz = {
    1: None,
    2: None,
}
### BEGIN SOLUTION
quiz = {1: "a", 2: "c"}
### END SOLUTION

# %% nbgrader={"schema_version": 3, "grade_id": "test_quiz", "grade": true, "solution": false, "locked": true, "task": false, "points": 2}
check = dllabs.Check("quiz", points=2)
with check("every question is answered", weight=0):
    check.holds(all(quiz.values()), "answer them all")
### BEGIN HIDDEN TESTS
with check("question 1"):
    check.holds(quiz[1] == "a", "look again at 1")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# The end.
