"""The noise is a share of the value.

check: all others are mutated children of the two fittest
hint: do not multiply
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(n_keep)]
        children.append({name: value * (1 + rng.normal(0, 0.1)) for name, value in parent.items()})
    return kept + children
