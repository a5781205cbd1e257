"""Always thirds.

check: another eta and another first budget
hint: eta is ignored
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], min_budget
    while len(configs) > 1:
        losses = [evaluate(config, budget) for config in configs]
        history += [(config, budget, loss) for config, loss in zip(configs, losses, strict=True)]
        order = np.argsort(losses)
        configs = [configs[i] for i in order[: math.ceil(len(order) / 3)]]
        budget *= 3
    return configs[0], history
