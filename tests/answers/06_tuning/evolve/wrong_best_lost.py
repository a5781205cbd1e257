"""The best mutate, too.

check: the two fittest are there, unchanged
hint: the fittest is lost
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population)):
        parent = kept[rng.integers(n_keep)]
        child = dict(parent)
        for name in child:
            child[name] += rng.normal(0, 0.1)
        children.append(child)
    return children
