"""Keras is thought to scale at inference.

check: question 2
hint: Keras' rate is the share that is dropped
"""

quiz = {1: "b", 2: "b", 3: "c", 4: "b", 5: "d", 6: "c", 7: "b"}
