"""Only the two best have children, however many are kept.

check: every kept one has children, and every value mutates
hint: some of the kept have no children
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(min(n_keep, 2))]
        child = dict(parent)
        for name in child:
            child[name] += rng.normal(0, 0.1)
        children.append(child)
    return kept + children
