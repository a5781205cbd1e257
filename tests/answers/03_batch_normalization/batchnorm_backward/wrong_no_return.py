"""Nothing comes back.

check: dbeta, by a fixed batch
hint: got None
"""


def batchnorm_backward(dout, cache):
    print((dout * cache[0]).sum(axis=0), dout.sum(axis=0))
