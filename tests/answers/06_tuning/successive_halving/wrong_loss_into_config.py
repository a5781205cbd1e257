"""The loss is written into the configurations.

check: the list of configurations is left alone, and one alone wins
hint: a configuration was changed
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], min_budget
    while len(configs) > 1:
        for config in configs:
            config["loss"] = evaluate(config, budget)
            history.append((config, budget, config["loss"]))
        configs = sorted(configs, key=lambda config: config["loss"])[: math.ceil(len(configs) / eta)]
        budget *= eta
    return configs[0], history
