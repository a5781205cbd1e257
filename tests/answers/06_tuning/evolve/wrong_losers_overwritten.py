"""The losers' dicts are overwritten by the children.

check: the old population is left alone
hint: the parents were changed in place
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    for loser in order[n_keep:]:
        parent = population[order[rng.integers(n_keep)]]
        for name in parent:
            population[loser][name] = parent[name] + rng.normal(0, 0.1)
    return population
