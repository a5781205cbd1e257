# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   labgrader:
#     version: 0.1.0
# ---

# %% [markdown]
# # Lab LAB_NUMBER · LAB_TITLE
#
# Two or three sentences: what this lab is about, and why it matters.
#
# **You will be able to**
#
# - center the columns of a table, and say what that changes and what it leaves alone.
#
# **You need** NumPy. **Time** about a quarter of an hour; the machine needs a few seconds of it.
#
# | exercise | points |
# |---|---|
# | 1 `center_columns` | 4 |
# | 2 `quiz` | 2 |
# | one written answer | 2 |
# | **together** | **8** |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the test cell below it. A test cell names each check, marks it ✓ or ✗, and gives the reason. The checks you see are part of the marking; more of them run when the lab is graded, on other numbers.

# %% tags=["parameters"]
PROFILE = "quick"
SEED = 0

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dllabs

dllabs.setup(seed=SEED)

import matplotlib.pyplot as plt
import numpy as np
from dllabs import needs, plots
from dllabs.stats import claim

# %% [markdown]
# ## 1 · Around zero  ·  10 min
#
# The columns of a table rarely lie around zero. **Centering** takes from every column its own mean,
#
# $$\tilde x_{ij} = x_{ij} - \frac1n \sum_{k=1}^n x_{kj},$$
#
# so that what remains tells how a row differs from the average row.
#
# > **Predict.** Does centering change how far apart two rows are?

# %% [markdown]
# ### Exercise 1 — `center_columns`  ·  4 points


# %% nbgrader={"grade": false, "grade_id": "center_columns", "locked": false, "schema_version": 3, "solution": true, "task": false}
def center_columns(X):
    """The table with every column around zero.

    X: (n, d).
    Returns (n, d), a new array.
    """
    ### BEGIN SOLUTION
    X = np.asarray(X)
    return X - X.mean(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_center_columns", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(center_columns, points=4)

X = np.array([[1.0, 10.0, 3.0], [3.0, 30.0, 9.0]])
with check("two rows, each as far from the mean as the other"):
    check.expect(
        lambda: center_columns(X.copy()),
        np.array([[-1.0, -10.0, -3.0], [1.0, 10.0, 3.0]]),
        mistakes={
            "one mean for the whole table: every column has its own": X - X.mean(),
            "the means of the rows were taken away": X - X.mean(axis=1, keepdims=True),
            "the signs are turned: take the mean from the entry": X.mean(axis=0) - X,
            "that is the mean itself": X.mean(axis=0),
            "the mean was added": X + X.mean(axis=0),
        },
    )
with check("the input is left alone"):
    check.unchanged(center_columns, X)
### BEGIN HIDDEN TESTS
with check("other tables, tall and wide"):
    for n, d in ((50, 4), (3, 9), (1, 2)):
        X = np.random.default_rng(1).normal(5, 2, size=(n, d))
        want = X - np.ones((n, n)) @ X / n
        check.expect(lambda X=X: center_columns(X.copy()), want, atol=1e-9)
### END HIDDEN TESTS
check.score()

# %% tags=["demo"]
with needs(center_columns):
    table = np.random.default_rng(SEED).normal([3, 1], [1.0, 0.4], size=(100, 2))
    figure, axes = plt.subplots(figsize=(4, 3))
    axes.scatter(*table.T, label="before", marker="o")
    axes.scatter(*center_columns(table).T, label="after", marker="x")
    axes.set(xlabel="first column", ylabel="second column")
    axes.legend()
    plots.show(figure, "Two clouds of points of the same shape: the centered one lies around the origin.")

# %% tags=["demo", "nbval-check-output"]
with needs(center_columns):
    nearer = []
    for seed in range(10):
        table = np.random.default_rng(seed).normal([3, 1], [1.0, 0.4], size=(100, 2))
        nearer.append(np.linalg.norm(table, axis=1).mean() - np.linalg.norm(center_columns(table), axis=1).mean())
    claim("centered rows lie nearer to the origin", np.array(nearer))

# %% [markdown]
# **Explain.** The cloud has moved as a whole: the same shift for all rows leaves every difference between two rows as it was.

# %% [markdown]
# ### Written answer  ·  2 points
#
# Somebody centers the new rows with the mean of the new rows instead of that of the training rows. What goes wrong? One or two sentences.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_new_rows", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** The same row then gets different numbers depending on the company it comes in, and a shift of all new rows against the training rows, which the model should see, is wiped out.
#
# **Rubric**
# - 1 point: a row's numbers depend on the other new rows (or: a single new row becomes all zeros).
# - 1 point: training and new rows are no longer measured from the same origin.
# ### END SOLUTION

# %% [markdown]
# ## 2 · Knowledge check  ·  5 min
#
# ### Exercise 2 — `quiz`  ·  2 points
#
# Replace each `None` by the letter of the best answer, in quotes. Which ones are right you will see after grading.
#
# 1. What does centering change? **a** the distances between rows · **b** the means of the columns · **c** the deviations of the columns
# 2. Which rows give the mean? **a** the training rows · **b** the new rows · **c** all of them

# %% nbgrader={"grade": false, "grade_id": "quiz", "locked": false, "schema_version": 3, "solution": true, "task": false}
quiz = {
    1: None,
    2: None,
}
### BEGIN SOLUTION
quiz = {1: "b", 2: "a"}
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_quiz", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check("quiz", points=2)

answers = {number: str(quiz.get(number)).strip().lower() for number in (1, 2)}
with check("both questions are answered; which are right shows after grading", weight=0):
    open_questions = [number for number, letter in answers.items() if letter not in ("a", "b", "c")]
    check.holds(not open_questions, f'no answer "a", "b" or "c" yet for question {open_questions}')
### BEGIN HIDDEN TESTS
key = {
    1: ("b", "The means become zero; one shift for all rows leaves distances and deviations alone."),
    2: ("a", "New rows must be measured as the training rows were."),
}
for number, (letter, reason) in key.items():
    with check(f"question {number}"):
        check.note(reason)
        check.expect(answers[number], letter)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## We have …
#
# - centered the columns of a table, and seen that the cloud moves as a whole.
#
# **Going further.** Divide by the deviations too: which distances change then?
