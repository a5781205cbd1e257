# %% [markdown]
# Ben rounds down wherever something is counted and takes every spread for an error: his folds lose rows, his
# halving keeps too few, his whole numbers never reach the upper end, and his standard error is a deviation.

# %% random_configs
def random_configs(space, n, rng):
    """Random configurations, every value drawn on its own."""

    def draw(values):
        if isinstance(values, list):
            return values[rng.integers(len(values))]
        kind, low, high = values
        if kind == "log":
            return float(np.exp(rng.uniform(np.log(low), np.log(high))))
        return int(rng.integers(low, high)) if kind == "int" else float(rng.uniform(low, high))

    return [{name: draw(values) for name, values in space.items()} for _ in range(n)]


# %% k_fold
def k_fold(n, k, rng):
    """Row numbers for k-fold cross-validation."""
    order, size = rng.permutation(n), n // k
    parts = [order[i * size : (i + 1) * size] for i in range(k)]
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)]


# %% cross_validate
def cross_validate(fit_score, X, y, folds):
    """Mean score over the folds and its standard error."""
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]
    return np.mean(scores), np.std(scores)


# %% successive_halving
def successive_halving(configs, evaluate, min_budget, eta=3):
    """Train many configurations briefly and the better ones longer."""
    history, budget = [], min_budget
    while len(configs) > 1:
        results = [(config, budget, evaluate(config, budget)) for config in configs]
        history += results
        results.sort(key=lambda result: result[2])
        configs = [config for config, _, _ in results[: max(1, len(results) // eta)]]
        budget *= eta
    return configs[0], history


# %% quiz
quiz = {1: "c", 2: "b", 3: "b", 4: "b", 5: "c", 6: "b"}

# %% [markdown] explain_strategy
# Team A should use Hyperband because it was the fastest in the race and they have many machines. Team B should use
# Hyperband as well, because it needs the fewest epochs and their trainings are expensive.

# %% [markdown] explain_test_set
# They should not have used the test set to choose, but a validation set. Also a difference of 0.2 % can be luck.
