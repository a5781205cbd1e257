# %% [markdown]
# Ben takes the mean too early or not at all: he asks the model about mean rows, gives every coalition the same weight,
# weighs no sample, and compares counts where shares are meant.

# %% partial_dependence
def ice_curves(predict, X, feature, grid):
    """The model's answer for each row when one feature takes each value of a grid."""
    curves = np.empty((len(X), len(grid)))
    for place, value in enumerate(grid):
        changed = X.copy()
        changed[:, feature] = value
        curves[:, place] = predict(changed)
    return curves


def partial_dependence(predict, X, feature, grid):
    """The curve of the mean row."""
    rows = np.tile(X.mean(axis=0), (len(grid), 1))
    rows[:, feature] = grid
    return predict(rows)


# %% lime_explain
def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    """Slopes of a linear fit around one row."""
    deviations = X_background.std(axis=0)
    noise = rng.normal(size=(n_samples, len(x)))
    return LinearRegression().fit(noise, predict(x + noise * deviations)).coef_ / deviations


# %% shapley_values
def shapley_values(predict, x, X_background):
    """Mean gain of each feature over the coalitions."""
    d = len(x)
    worth = {}
    for present in product([False, True], repeat=d):
        worth[present] = predict(np.where(present, x, X_background)).mean()
    phi = np.zeros(d)
    for present, value in worth.items():
        for j in range(d):
            if not present[j]:
                joined = (*present[:j], True, *present[j + 1 :])
                phi[j] += (worth[joined] - value) / 2 ** (d - 1)
    return phi


# %% fairness
def demographic_parity_gap(y_pred, group):
    """Largest minus smallest number of positive decisions."""
    counts = [np.sum(y_pred[group == name]) for name in np.unique(group)]
    return max(counts) - min(counts)


def equal_opportunity_gap(y, y_pred, group):
    """The same among rows with label 1."""
    return demographic_parity_gap(y_pred[y == 1], group[y == 1])


# %% quiz
quiz = {1: "c", 2: "a", 3: "d", 4: "b", 5: "a", 6: "b", 7: "c"}

# %% [markdown] explain_traps
# The importances should have been computed on test data. The partial dependence should have an interval. The tree is
# good enough with 93 %, but a deeper tree would be better.

# %% [markdown] explain_letter
# For the network: it is the model that decides. Against it: the average precision is not much better. The letter must
# not contain a score. One should ask ten customers whether they like it.
