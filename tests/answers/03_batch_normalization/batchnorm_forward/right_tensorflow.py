"""TensorFlow's own functions; tensors come back."""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    x = tf.convert_to_tensor(x)
    mean, variance = tf.nn.moments(x, axes=[0])
    out = tf.nn.batch_normalization(x, mean, variance, beta, gamma, eps)
    return out, (x, mean, variance, gamma, eps)
