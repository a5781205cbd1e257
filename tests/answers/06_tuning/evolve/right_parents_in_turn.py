"""Parents in turn, the kept ones themselves in the list."""


def evolve(population, fitness, rng, n_keep):
    order = np.argsort(fitness)[::-1]
    kept = [population[i] for i in order[:n_keep]]
    children = []
    for _ in range(len(population) - n_keep):
        parent = kept[len(children) % n_keep]
        child = dict(parent)
        for name in child:
            child[name] += rng.normal(0, 0.1)
        children.append(child)
    return kept + children
