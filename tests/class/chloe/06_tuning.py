# %% [markdown]
# Chloé flips signs and keeps the wrong end: she maximises where one minimises, keeps the worst, draws on the raw
# scale, and lets her search leave its range.

# %% sample_log_uniform
def sample_log_uniform(low, high, size, rng):
    """Draws whose logarithm is uniform."""
    return rng.uniform(low, high, size)


# %% coarse_to_fine
def coarse_to_fine(low, high, best, factor, log=True):
    """A narrower search range around the best value so far."""
    if log:
        half = (high / low) ** (1 / (2 * factor))
        return best / half, best * half
    half = (high - low) / (2 * factor)
    return best - half, best + half


# %% expected_improvement
def expected_improvement(mu, sigma, best):
    """Expected improvement over the lowest loss so far."""
    z = (mu - best) / sigma
    return (mu - best) * stats.norm.cdf(z) + sigma * stats.norm.pdf(z)


# %% evolve
def evolve(population, fitness, rng, n_keep):
    """The next generation."""
    order = np.argsort(fitness)
    kept = [population[i] for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        child = kept[rng.integers(n_keep)]
        for name in child:
            child[name] += rng.normal(0, 0.1)
        children.append(child)
    return kept + children


# %% build_tunable_model
def build_tunable_model(hp):
    """A compiled classifier of ten classes with one hidden layer, for Keras Tuner."""
    units = hp.Int("units", 8, 64, step=8)
    model = keras.Sequential(
        [keras.layers.Dense(units, activation="relu"), keras.layers.Dense(10, activation="softmax")]
    )
    optimizer = keras.optimizers.get(hp.Choice("optimizer", ["sgd", "rmsprop", "adam"]))
    optimizer.learning_rate = hp.Float("learning_rate", 1e-3, 1e-1)
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% quiz
quiz = {1: "b", 2: "a", 3: "a", 4: "c", 5: "c", 6: None}

# %% [markdown] explain_strategy
# Both teams should use a grid, because a grid tries everything and then one can be sure.

# %% [markdown] explain_test_set
# The study is fine: 98.2 % is more than 98.0 %. They could have tried more configurations.
