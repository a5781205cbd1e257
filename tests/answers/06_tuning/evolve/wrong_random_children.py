"""Children are drawn anew.

check: all others are mutated children of the two fittest
hint: a child is far from every kept parent
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(n_keep)]
        child = {name: 100 * rng.random() for name in parent}
        for name in child:
            child[name] += rng.normal(0, 0.1)
        children.append(child)
    return kept + children
