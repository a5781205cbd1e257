"""All rows that flip come back.

check: the decision flips, inside the bounds
hint: expected one row of shape
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    rows = np.tile(x, (201, 1))
    rows[:, 0] = np.linspace(low[0], high[0], 201)
    return rows[(predict(rows) >= threshold) != (predict(x[None])[0] >= threshold)]
