"""The last one is trained with the next budget, too."""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], min_budget
    while True:
        results = [(config, budget, evaluate(config, budget)) for config in configs]
        history.extend(results)
        if len(results) == 1:
            return results[0][0], history
        results.sort(key=lambda result: result[2])
        configs = [result[0] for result in results[: int(np.ceil(len(results) / eta))]]
        budget *= eta
