"""x is changed in place.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    decided = predict(x[None])[0] >= threshold
    for value in x[0] + np.linspace(0, 1, 401) * (high[0] - x[0]):
        x[0] = value
        if (predict(x[None])[0] >= threshold) != decided:
            return x
    return None
