"""The first round's losses decide everything; later rounds only train.

check: each round judges by its own losses: a slow starter overtakes
hint: the losses of the first round decide
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    scored = sorted(((evaluate(config, min_budget), i) for i, config in enumerate(configs)))
    history = [(configs[i], min_budget, loss) for loss, i in scored]
    order, budget = [i for _, i in scored], min_budget
    while len(order) > 1:
        order, budget = order[: math.ceil(len(order) / eta)], budget * eta
        if len(order) > 1:
            history += [(configs[i], budget, evaluate(configs[i], budget)) for i in order]
    return configs[order[0]], history
