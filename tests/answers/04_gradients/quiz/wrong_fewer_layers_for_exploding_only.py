"""Fewer layers filed under exploding.

check: question 4
hint: Clipping never makes a gradient longer
"""

quiz = {1: "b", 2: "d", 3: "b", 4: "d", 5: "b", 6: "c"}
