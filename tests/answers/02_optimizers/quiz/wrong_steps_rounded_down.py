"""The last batch of each epoch is not counted.

check: question 4
hint: so 16 steps per epoch
"""

quiz = {1: "d", 2: "d", 3: "c", 4: "a", 5: "c", 6: "b", 7: "b"}
