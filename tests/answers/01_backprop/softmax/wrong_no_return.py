"""The return is forgotten.

check: two rows of scores become two rows of probabilities
hint: got None: every path of your function must end in a return
"""


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    powers / powers.sum(axis=1, keepdims=True)
