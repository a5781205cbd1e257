"""The test set chooses.

check: question 4
hint: the test set chooses nothing
"""

quiz = {1: "b", 2: "c", 3: "b", 4: "c", 5: "c", 6: "b"}
