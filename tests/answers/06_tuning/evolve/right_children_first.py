"""Children first, all noise of a child drawn at once."""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(n_keep)]
        noise = 0.1 * rng.standard_normal(len(parent))
        children.append(dict(zip(parent, noise + list(parent.values()), strict=True)))
    return children + kept
