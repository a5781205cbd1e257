"""Sorted by fitness with a key, a tuple at the end, tensors as values of the children."""


def evolve(population, fitness, rng, n_keep):
    ranked = [one for _, one in sorted(zip(fitness, population, strict=True), key=lambda pair: -pair[0])]
    kept = ranked[:n_keep]
    after = list(kept)
    while len(after) < len(population):
        parent = kept[int(rng.random() * n_keep)]
        after.append({name: tf.constant(value + rng.normal(0, 0.1), tf.float64) for name, value in parent.items()})
    return tuple(after)
