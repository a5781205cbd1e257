"""Children are plain copies.

check: all others are mutated children of the two fittest
hint: only the 2 fittest stay
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(n_keep)]
        child = dict(parent)
        for name in child:
            child[name] += 0.0
        children.append(child)
    return kept + children
