"""Tensors keep the copies, NumPy compares."""

import tensorflow as tf


class EarlyStopper:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_weights, self.best_epoch = None, None
        self.best_loss, self.epoch = np.float64(np.inf), 0

    def update(self, val_loss, weights):
        if np.greater(self.best_loss - val_loss, self.min_delta):
            self.best_loss, self.best_epoch = np.float64(val_loss), np.int64(self.epoch)
            self.best_weights = tuple(tf.identity(w) for w in weights)
        stop = np.greater_equal(self.epoch - self.best_epoch, self.patience)
        self.epoch += 1
        return stop
