"""Sorted and interpolated by hand in TensorFlow; a tensor comes back."""


def anomaly_flags(errors_normal, errors, quantile):
    ordered = tf.sort(tf.convert_to_tensor(errors_normal))
    place = quantile * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    threshold = ordered[low] + (place - low) * (ordered[high] - ordered[low])
    return tf.convert_to_tensor(errors) > threshold
