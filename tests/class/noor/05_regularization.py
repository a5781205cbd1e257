# %% [markdown]
# Noor has understood everything: the code is the instructor's own, only the written answers are hers.

# %% [markdown] explain_loss_and_error
# The error looks only at which score is the largest; the loss looks at the probability of the right class. After step
# 50 all training rows are right, but larger weights still lower the training loss, so the network becomes surer of
# everything, also of its mistakes on the dev set: no class changes, but $-\ln p$ of the wrong rows grows. If I need
# probabilities (for a threshold or an expected cost) I watch the loss. If only the class counts I report the error,
# but with 360 dev rows it moves in steps and by luck, so I would still stop on the loss.

# %% [markdown] explain_mismatch
# 1 % to 1.5 % is hardly any variance, and 1 % is what people reach, so there is no bias either. The jump from 1.5 % to
# 9 % comes between training-dev and dev: the device sounds different from the telephone. Dropout works on variance, it
# could gain half a point. First I would listen to a hundred mistakes on the device and count what is special about
# them, then record more clips there and put most of them into training.
