"""The number kept is rounded down.

check: ten configurations: the number kept is rounded up
hint: rounded down
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], min_budget
    while len(configs) > 1:
        losses = [evaluate(config, budget) for config in configs]
        history += [(config, budget, loss) for config, loss in zip(configs, losses, strict=True)]
        order = np.argsort(losses)
        configs = [configs[i] for i in order[: max(1, len(order) // eta)]]
        budget *= eta
    return configs[0], history
