"""Budgets from the round's number; the worst are removed one by one."""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, left = [], list(configs)
    for round_number in range(100):
        if len(left) == 1:
            break
        scored = [[evaluate(config, min_budget * eta**round_number), config] for config in left]
        history += [(config, min_budget * eta**round_number, loss) for loss, config in scored]
        while len(scored) > np.ceil(len(left) / eta):
            scored.remove(max(scored, key=lambda pair: pair[0]))
        left = [config for _, config in scored]
    return left[0], history
