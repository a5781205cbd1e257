"""Only the first value mutates.

check: every kept one has children, and every value mutates
hint: one of the values never mutates
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(n_keep)]
        child = dict(parent)
        for name in child:
            child[name] += rng.normal(0, 0.1) * (name == min(child))
        children.append(child)
    return kept + children
