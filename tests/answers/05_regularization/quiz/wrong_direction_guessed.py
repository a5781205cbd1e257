"""Keras is thought to minimise by default.

check: question 7
hint: Keras cannot tell whether
"""

quiz = {1: "b", 2: "c", 3: "c", 4: "b", 5: "d", 6: "c", 7: "a"}
