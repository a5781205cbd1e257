# %% [markdown]
# Chloé loses signs and factors: her importances are turned round, her attributions lack the way from the baseline, her
# stability compares without signs, and her surrogate's fidelity is what the tree has lost.

# %% permutation_importance
def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    """How much a score changes when a column is shuffled."""
    importance = np.zeros(X.shape[1])
    for column in range(X.shape[1]):
        for _ in range(n_repeats):
            rng.shuffle(X[:, column])
            importance[column] += score_fn(X, y) / n_repeats
    return importance


# %% global_surrogate
def global_surrogate(predict, X, max_depth):
    """A tree that imitates a model."""
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, 1 - tree.score(X, answers)


# %% integrated_gradients
def saliency(model, x, class_index):
    """Gradient of one output."""
    rows = tf.constant(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return np.abs(tape.gradient(output, rows).numpy()[0])


def integrated_gradients(model, x, baseline, class_index, steps=64):
    """Mean slope along the way."""
    rows = tf.constant(baseline + np.outer(np.linspace(0, 1, steps), x - baseline), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return tape.gradient(output, rows).numpy().mean(axis=0)


# %% explanation_stability
def explanation_stability(explain, x, rng, sigma, n=10):
    """Mean correlation with the explanations of noisy copies."""
    own = np.abs(explain(x))
    return np.mean([np.corrcoef(own, np.abs(explain(x + sigma * rng.normal(size=len(x)))))[0, 1] for _ in range(n)])


# %% quiz
quiz = {1: "b", 2: "b", 3: "c", 4: "c", 5: "b", 6: "a", 7: None}

# %% [markdown] explain_traps
# All three are right, but the wording in (2) is too strong: it should say "usually".

# %% [markdown] explain_letter
# I would send it, because people have a right to know. It must not contain the random column.
