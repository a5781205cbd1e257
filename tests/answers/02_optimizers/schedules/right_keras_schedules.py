"""Keras' own schedules, asked at one step per epoch; float32 tensors come back."""


def power_schedule(lr0, epoch, s):
    return keras.optimizers.schedules.InverseTimeDecay(lr0, decay_steps=s, decay_rate=1.0)(epoch)


def exponential_schedule(lr0, epoch, s):
    return keras.optimizers.schedules.ExponentialDecay(lr0, decay_steps=s, decay_rate=0.1)(epoch)
