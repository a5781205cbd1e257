# %% [markdown]
# Noor has understood everything: the code is the instructor's own, only the written answers are hers.

# %% [markdown] explain_lstm
# The cell is added to, $c_t = f_t c_{t-1} + i_t g_t$, so going one step back along the cell multiplies the slope by
# $f_t$ only. With the gate open (bias 3 in my figure) the curve is level over all 30 steps, where the recurrent
# network loses more than three powers of ten: that is a cure for vanishing. The gates themselves see $h_{t-1}$
# through $W_h$, and on those roads every step multiplies by $W_h$ again. At gain 16 the first step had about $10^7$
# times the gradient of the last: the LSTM explodes too, and I would clip.

# %% [markdown] explain_cures
# $10^{-12}$ at the first layer and 0.3 at the output: the gradient vanishes, it does not explode. Fewer layers help,
# because there are fewer factors below 1/4, but then the network is not deep any more. Smaller batches do not change
# the factors, only the noise. An LSTM is for sequences, and against vanishing over time. The GPU computes the same
# tiny gradient sooner. I would take ReLU with He's initialization first, then batch normalization or scaled skips,
# and look at the norms per layer again.
