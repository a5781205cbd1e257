"""decay_steps is thought to count epochs.

check: question 6
hint: Keras asks a schedule at every step
"""

quiz = {1: "d", 2: "d", 3: "c", 4: "d", 5: "c", 6: "a", 7: "b"}
