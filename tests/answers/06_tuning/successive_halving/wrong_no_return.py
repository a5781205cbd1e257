"""The result is printed.

check: nine configurations: nine get budget 1, three get budget 3
hint: got None
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], min_budget
    while len(configs) > 1:
        losses = [evaluate(config, budget) for config in configs]
        history += [(config, budget, loss) for config, loss in zip(configs, losses, strict=True)]
        order = np.argsort(losses)
        configs = [configs[i] for i in order[: math.ceil(len(order) / eta)]]
        budget *= eta
    return print(configs[0], history)
