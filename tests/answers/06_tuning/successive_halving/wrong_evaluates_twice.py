"""Every configuration is trained twice a round.

check: nine configurations: nine get budget 1, three get budget 3
hint: one entry for each call
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], min_budget
    while len(configs) > 1:
        history += [(config, budget, evaluate(config, budget)) for config in configs]
        configs = sorted(configs, key=lambda config: evaluate(config, budget))[: math.ceil(len(configs) / eta)]
        budget *= eta
    return configs[0], history
