"""Keras' own regularizers for the penalties, nested lists for the gradients."""


def l1_penalty(weights, lam):
    return float(sum(keras.regularizers.L1(lam)(keras.ops.convert_to_tensor(w)) for w in weights))


def l2_penalty(weights, lam):
    return float(sum(keras.regularizers.L2(lam / 2)(keras.ops.convert_to_tensor(w)) for w in weights))


def l1_gradient(weights, lam):
    return [(lam * (w > 0) - lam * (w < 0)).tolist() for w in weights]


def l2_gradient(weights, lam):
    return [(lam * w).tolist() for w in weights]
