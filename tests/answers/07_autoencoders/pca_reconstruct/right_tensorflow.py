"""TensorFlow's singular value decomposition; a tensor comes back."""


def pca_reconstruct(X_train, X, k):
    X_train, X = tf.convert_to_tensor(X_train), tf.convert_to_tensor(X)
    mean = tf.reduce_mean(X_train, axis=0)
    V = tf.linalg.svd(X_train - mean)[2][:, :k]
    return mean + tf.matmul((X - mean) @ V, V, transpose_b=True)
