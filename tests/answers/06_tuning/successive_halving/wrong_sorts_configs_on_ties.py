"""Pairs of loss and dict are sorted: equal losses compare the dicts.

check: equal losses do no harm
hint: TypeError
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], min_budget
    while len(configs) > 1:
        results = sorted([(evaluate(config, budget), config) for config in configs])
        history += [(config, budget, loss) for loss, config in results]
        configs = [config for _, config in results[: math.ceil(len(results) / eta)]]
        budget *= eta
    return configs[0], history
