"""Two rounds, as for the nine and ten configurations of the visible checks.

check: another eta and another first budget
hint: expected
"""


def successive_halving(configs, evaluate, min_budget, eta=3):
    first = [(config, 1, evaluate(config, 1)) for config in configs]
    first.sort(key=lambda entry: entry[2])
    second = [(config, 3, evaluate(config, 3)) for config, _, _ in first[: -(-len(first) // 3)]]
    history = first + second
    if len(second) > 3:
        history += [(config, 9, evaluate(config, 9)) for config, _, _ in second[:2]]
    return second[0][0], history
