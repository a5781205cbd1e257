"""The whole history is kept and searched."""


class EarlyStopper:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_weights, self.best_epoch = None, None
        self.losses = []

    def update(self, val_loss, weights):
        self.losses.append(val_loss)
        best, self.best_epoch_now = self.losses[0], 0
        for epoch, loss in enumerate(self.losses):
            if best - loss > self.min_delta:
                best, self.best_epoch_now = loss, epoch
        if self.best_epoch != self.best_epoch_now:
            self.best_epoch = self.best_epoch_now
            self.best_weights = [np.array(w) for w in weights]
        return len(self.losses) - 1 - self.best_epoch == self.patience
