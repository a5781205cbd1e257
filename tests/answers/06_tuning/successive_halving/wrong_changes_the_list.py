"""Losers are removed from the caller's list.

check: the list of configurations is left alone, and one alone wins
hint: configs was changed
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], min_budget
    while len(configs) > 1:
        results = [(config, budget, evaluate(config, budget)) for config in configs]
        history += results
        results.sort(key=lambda result: result[2])
        configs[:] = [config for config, _, _ in results[: math.ceil(len(results) / eta)]]
        budget *= eta
    return configs[0], history
