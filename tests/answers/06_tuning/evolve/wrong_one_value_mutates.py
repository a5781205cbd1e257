"""Each child mutates in one value, chosen at random.

check: all others are mutated children of the two fittest
hint: add noise to every value
"""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [dict(population[i]) for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[rng.integers(n_keep)]
        one = rng.choice(list(parent))
        children.append({name: value + rng.normal(0, 0.1) * (name == one) for name, value in parent.items()})
    return kept + children
