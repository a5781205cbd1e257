"""Every average on its own, as a weighted sum over the past."""


def ema(values, beta, bias_correction=True):
    def average_at(t):
        weights = [(1 - beta) * beta ** (t - i) for i in range(1, t + 1)]
        total = sum(weight * value for weight, value in zip(weights, values, strict=False))
        return total / sum(weights) if bias_correction else total

    return tuple(average_at(t) for t in range(1, len(values) + 1))
