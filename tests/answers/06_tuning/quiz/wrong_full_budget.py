"""The last three are thought to get 27 epochs.

check: question 5
hint: 3 get 9
"""

quiz = {1: "b", 2: "c", 3: "b", 4: "b", 5: "d", 6: "b"}
