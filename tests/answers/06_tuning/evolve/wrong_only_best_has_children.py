"""Only the very best has children.

check: all others are mutated children of the two fittest
hint: one of the two fittest has no child
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[0]
        child = dict(parent)
        for name in child:
            child[name] += rng.normal(0, 0.1)
        children.append(child)
    return kept + children
