"""The worst are kept.

check: the best three go on, and the best of all is returned
hint: the worst three were kept
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], min_budget
    while len(configs) > 1:
        losses = [evaluate(config, budget) for config in configs]
        history += [(config, budget, loss) for config, loss in zip(configs, losses, strict=True)]
        order = np.argsort(losses)[::-1]
        configs = [configs[i] for i in order[: math.ceil(len(order) / eta)]]
        budget *= eta
    return configs[0], history
