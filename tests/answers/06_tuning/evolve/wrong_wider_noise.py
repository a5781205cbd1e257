"""Noise of deviation 0.3.

check: all others are mutated children of the two fittest
hint: not of 0.1
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(n_keep)]
        children.append({name: value + 0.3 * rng.standard_normal() for name, value in parent.items()})
    return kept + children
