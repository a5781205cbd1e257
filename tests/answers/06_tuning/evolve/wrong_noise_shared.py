"""One draw of noise for all values of a child.

check: all others are mutated children of the two fittest
hint: moved by the same amount
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(n_keep)]
        noise = rng.normal(0, 0.1)
        children.append({name: value + noise for name, value in parent.items()})
    return kept + children
