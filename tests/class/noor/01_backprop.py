# %% [markdown]
# Noor has understood everything: the code is the instructor's own, only the written answers are hers.

# %% [markdown] explain_zero_weights
# The gradient of logistic regression is $X^\top (p - y)/n$. It contains the data and the error, not the weights, so at
# $w = 0$ it points downhill like anywhere else, and it differs from feature to feature. In the network at 0 all hidden
# activations are 0, so the gradient of $W_2$, $h^\top \delta_2$, is 0; and the gradient of $W_1$ is 0 too, because what
# comes back is $\delta_2 W_2^\top$ with $W_2 = 0$. Only the output biases learn. With 0.1 everywhere the gradients are
# not 0, but they are the same for all hidden units, so these stay copies (1 different unit of 16): it learns what a
# network with one hidden unit can learn. Random numbers tell the units apart.

# %% [markdown] explain_small_data
# First an SVM, and beside it a small network: on few rows they were about as good as the large one, or better, and the
# SVM needs no tuning to speak of. Then I would train on 100, 200, 300 and 400 of the rows, ten draws each, and plot the
# accuracy on the other 100 rows with its interval. If it still rises at 400, more data would help. If training and
# validation accuracy are level and both low, a larger model may. The training accuracy alone says nothing: our network
# learnt 150 random labels by heart.
