"""A test loss of 232 is met with more training.

check: question 7
hint: they come in another unit
"""

quiz = {1: "b", 2: "c", 3: "a", 4: "b", 5: "c", 6: "a", 7: "c", 8: "c"}
