"""Plain SGD is thought to average past gradients.

check: question 1
hint: The velocity is a fading sum of past gradients
"""

quiz = {1: "b", 2: "d", 3: "c", 4: "d", 5: "c", 6: "b", 7: "b"}
