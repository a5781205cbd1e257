"""The training pass is called.

check: a row alone comes out as it does in company
hint: relative error
"""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    return batchnorm_forward(x, gamma, beta, eps)[0]
