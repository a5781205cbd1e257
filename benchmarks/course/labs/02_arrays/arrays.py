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
# # A small NumPy lab without demos: TensorFlow is never imported by it

# %% tags=["parameters"]
SEED = 0

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dllabs
import numpy as np

rng = np.random.default_rng(SEED)


# %% nbgrader={"grade": false, "grade_id": "standardize", "locked": false, "schema_version": 3, "solution": true, "task": false}
def standardize(X):
    """Columns of X with mean 0 and population deviation 1."""
    ### BEGIN SOLUTION
    return (X - X.mean(axis=0)) / X.std(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_standardize", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(standardize, points=2)
with check("two rows"):
    check.expect(lambda: standardize(np.array([[1.0], [3.0]])), np.array([[-1.0], [1.0]]))
### BEGIN HIDDEN TESTS
X = rng.normal(3, 2, (50, 4))
with check("mean 0 and deviation 1"):
    check.expect(lambda: 1 + standardize(X).mean(axis=0), np.ones(4))
    check.expect(lambda: standardize(X).std(axis=0), np.ones(4))
### END HIDDEN TESTS
check.score()


# %% nbgrader={"grade": false, "grade_id": "least_squares", "locked": false, "schema_version": 3, "solution": true, "task": false}
def least_squares(X, y):
    """The w that makes the sum of squares of X w - y smallest."""
    ### BEGIN SOLUTION
    return np.linalg.lstsq(X, y, rcond=None)[0]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_least_squares", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(least_squares, points=2)
with check("the identity"):
    check.expect(lambda: least_squares(np.eye(2), np.array([1.0, 2.0])), np.array([1.0, 2.0]))
### BEGIN HIDDEN TESTS
with check("weights that made the targets"):
    X, w = rng.normal(size=(40, 3)), np.array([1.0, -2.0, 0.5])
    check.expect(lambda: least_squares(X, X @ w), w)
### END HIDDEN TESTS
check.score()
