"""scikit-learn's PCA."""

from sklearn.decomposition import PCA


def pca_reconstruct(X_train, X, k):
    pca = PCA(n_components=k).fit(X_train)
    return pca.inverse_transform(pca.transform(X))
