"""The population is sorted in place.

check: the old population is left alone
hint: the parents were changed in place
"""


def evolve(population, fitness, rng, n_keep):
    pairs = sorted(zip(fitness, range(len(population)), strict=True), reverse=True)
    population[:] = [population[i] for _, i in pairs]
    kept = [dict(one) for one in population[:n_keep]]
    parents = [kept[rng.integers(n_keep)] for _ in range(len(population) - n_keep)]
    return kept + [{name: value + rng.normal(0, 0.1) for name, value in one.items()} for one in parents]
