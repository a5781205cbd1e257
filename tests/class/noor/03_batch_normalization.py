# %% [markdown]
# Noor has understood batch normalization: the code is the instructor's own, only the written answers are hers.

# %% [markdown] explain_inference
# Training mode takes mean and variance from the request. If the request is one customer, that customer *is* the mean
# and the variance is 0, so after the first batch normalization only $\beta$ is left: everybody gets the same answer.
# With 500 customers the batch statistics were close to the true ones, so the test could not show it. Use
# `training=False` (or `predict`), then the moving averages are used. Pairs would be no better: two values always lie at
# plus and minus one deviation, so a customer's score would depend on the other customer in the pair.

# %% [markdown] explain_why_it_helps
# First sentence: the shaken networks had inputs that moved more in each step than the plain ones in an epoch and still
# did better, so constant distributions are not the reason. Second sentence: with weights ten times too large the
# accuracy after 8 epochs was clearly lower, because the gradient shrinks when the weights grow, and a rate of 0.01 was
# too small with it as well. I would write: "With batch normalization these networks learn well over a wider range of
# learning rates and initial scales, and the gradient still holds after longer steps. Why it does so is not settled."
