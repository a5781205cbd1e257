# %% [markdown]
# Noor has understood everything: the code is the instructor's own, only the written answers are hers.

# %% [markdown] explain_bottleneck
# I would stay with PCA. With 30 of 40 numbers a flat plane keeps nearly all of the variance, so there is little that a
# bent surface could still win, and PCA needs no tuning and gives the same result every time. Before anybody adds layers
# I would draw the error on held-out readings against the width of the code, for PCA and for the network with ten seeds:
# if the network wins anywhere, it will be at 3 or 5 numbers and not at 30.

# %% [markdown] explain_alarm
# 1. The threshold is a quantile of the very errors it judges, so 5 % are flagged whatever the images show. Take the
#    quantile from normal images that were kept out of the training.
# 2. The archive contains unusual images too, and the network learns to rebuild them. Train on images that a doctor has
#    declared normal, and let a doctor look at a sample of flagged and of unflagged ones, to count what is missed.
#
# It will still overlook what is small: a hairline crack changes a few pixels, and the mean over all pixels hides it.
