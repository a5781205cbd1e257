"""Momentum is thought to change the learning rate.

check: question 2
hint: momentum leaves the rate alone
"""

quiz = {1: "d", 2: "c", 3: "c", 4: "d", 5: "c", 6: "b", 7: "b"}
