"""A gradient tape over the forward formula; the cache holds the inputs."""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    out = gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta
    return out, (x, gamma, beta, eps)


def batchnorm_backward(dout, cache):
    x, gamma, beta = (tf.Variable(array) for array in cache[:3])
    with tf.GradientTape() as tape:
        mean, variance = tf.nn.moments(x, axes=[0])
        out = tf.nn.batch_normalization(x, mean, variance, beta, gamma, cache[3])
    return tape.gradient(out, [x, gamma, beta], output_gradients=dout)
