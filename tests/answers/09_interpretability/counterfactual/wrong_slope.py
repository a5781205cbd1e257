"""Along the slope.

check: a model with steps, where slopes say nothing
hint: nothing was returned
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    decided = predict(x[None])[0] >= threshold
    span = high - low
    slopes = np.array([predict((x + 1e-4 * e)[None])[0] - predict(x[None])[0] for e in np.eye(len(x))]) * span
    j = np.argmax(np.abs(slopes))
    sign = np.sign(slopes[j]) * (-1 if decided else 1)
    for share in np.linspace(0, 1, 401):
        row = x.copy()
        row[j] = np.clip(x[j] + sign * share * span[j], low[j], high[j])
        if (predict(row[None])[0] >= threshold) != decided:
            return row
    return None
