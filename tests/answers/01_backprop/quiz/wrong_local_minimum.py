"""Most places without a slope are taken for minima.

check: question 7
hint: a few negative ones make a saddle
"""

quiz = {1: "d", 2: "b", 3: "b", 4: "c", 5: "d", 6: "b", 7: "b"}
