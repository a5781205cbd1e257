"""One array for all, and back to dicts."""


def evolve(population, fitness, rng, n_keep):
    names = list(population[0])
    values = np.array([[one[name] for name in names] for one in population], dtype=float)
    kept = values[np.argsort(-np.asarray(fitness))[:n_keep]]
    parents = kept[rng.integers(0, n_keep, len(values) - n_keep)]
    after = np.concatenate([kept, parents + rng.normal(0, 0.1, parents.shape)])
    return [dict(zip(names, row.tolist(), strict=True)) for row in after]
