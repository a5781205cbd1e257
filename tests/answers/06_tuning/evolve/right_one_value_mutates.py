"""Each child mutates in one value, chosen at random."""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1][:n_keep]
    after = [population[i].copy() for i in order]
    for _ in range(len(population) - n_keep):
        child = population[rng.choice(order)].copy()
        name = list(child)[rng.integers(len(child))]
        child[name] = child[name] + rng.normal(0, 0.1)
        after.append(child)
    return after
