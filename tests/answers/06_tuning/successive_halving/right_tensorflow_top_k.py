"""TensorFlow's top_k on the negative losses; entries are lists."""


def successive_halving(configs, evaluate, min_budget, eta=3):
    history, budget = [], min_budget
    while len(configs) > 1:
        losses = tf.constant([evaluate(config, budget) for config in configs], tf.float64)
        history += [[config, budget, loss] for config, loss in zip(configs, losses, strict=True)]
        best = tf.math.top_k(-losses, math.ceil(len(configs) / eta)).indices
        configs = [configs[int(i)] for i in best]
        budget = budget * eta
    return configs[0], history
