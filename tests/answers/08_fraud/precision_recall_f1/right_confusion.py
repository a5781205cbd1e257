"""From the confusion matrix."""


def precision_recall_f1(y, y_pred):
    from sklearn.metrics import confusion_matrix

    (_, alarms), (misses, hits) = confusion_matrix(y, y_pred, labels=[0, 1])
    if hits == 0:
        return 0.0, 0.0, 0.0
    return hits / (hits + alarms), hits / (hits + misses), hits / (hits + (alarms + misses) / 2)
