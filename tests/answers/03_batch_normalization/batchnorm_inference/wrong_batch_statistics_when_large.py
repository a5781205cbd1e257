"""The batch's own statistics as soon as there are enough rows.

check: as Keras' layer at inference, with the default eps and a feature that never varied
hint: relative error
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    if len(x) > 4:
        running_mean, running_var = x.mean(axis=0), x.var(axis=0)
    return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta
