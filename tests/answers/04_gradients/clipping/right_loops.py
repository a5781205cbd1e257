"""Number by number."""


def length(array):
    total = 0.0
    for number in np.ravel(array):
        total += number * number
    return total**0.5


def clip_by_value(grads, limit):
    clipped = []
    for grad in grads:
        numbers = [max(-limit, min(limit, number)) for number in np.ravel(grad)]
        clipped.append(np.reshape(numbers, grad.shape))
    return clipped


def clip_by_norm(grads, max_norm):
    return [grad / max(1.0, length(grad) / max_norm) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    total = length([length(grad) for grad in grads])
    return [grad / max(1.0, total / max_norm) for grad in grads]
