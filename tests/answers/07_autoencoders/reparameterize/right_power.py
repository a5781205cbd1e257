"""A power of e, in one expression of keras.ops."""


def reparameterize(mu, log_var, eps):
    return ops.add(mu, ops.multiply(eps, ops.power(np.e, 0.5 * log_var)))
