"""Always two are kept.

check: only one kept: it stays and is the parent of all
hint: children must be small mutations
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - 2):
        parent = kept[rng.integers(n_keep)]
        child = dict(parent)
        for name in child:
            child[name] += rng.normal(0, 0.1)
        children.append(child)
    return [dict(population[i]) for i in order[:2]] + children
