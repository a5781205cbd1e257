"""Feature by feature, lists come back."""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    means, variances = [], []
    for j in range(len(running_mean)):
        means.append(momentum * running_mean[j] + (1 - momentum) * batch_mean[j])
        variances.append(momentum * running_var[j] + (1 - momentum) * batch_var[j])
    return means, variances
