"""A round, and the rest by calling itself."""


def successive_halving(configs, evaluate, min_budget, eta=3):
    if len(configs) == 1:
        return configs[0], []
    losses = {i: evaluate(config, min_budget) for i, config in enumerate(configs)}
    kept = sorted(losses, key=losses.get)[: math.ceil(len(configs) / eta)]
    best, later = successive_halving([configs[i] for i in kept], evaluate, min_budget * eta, eta)
    return best, [(config, min_budget, losses[i]) for i, config in enumerate(configs)] + later
