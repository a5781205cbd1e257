"""Each value comes from a random kept parent, then mutates."""


def evolve(population, fitness, rng, n_keep):
    kept = [dict(population[i]) for i in np.argsort(fitness)[-n_keep:]]
    mix = lambda: {name: kept[rng.integers(n_keep)][name] + rng.normal(0, 0.1) for name in kept[0]}
    return kept + [mix() for _ in range(len(population) - n_keep)]
