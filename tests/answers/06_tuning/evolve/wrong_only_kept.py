"""Only the kept.

check: the two fittest are there, unchanged
hint: expected a population of 4, got 2
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(n_keep)]
        child = dict(parent)
        for name in child:
            child[name] += rng.normal(0, 0.1)
        children.append(child)
    return kept
