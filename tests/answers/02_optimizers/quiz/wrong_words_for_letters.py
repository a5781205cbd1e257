"""The answers are words instead of letters.

check: all seven questions are answered; which are right shows after grading
hint: yet for question [1, 2, 3, 4, 5, 6, 7]
"""

quiz = {
    1: "SGD with momentum",
    2: "AdaGrad",
    3: "Adam",
    4: 48,
    5: "at any stationary point",
    6: "batches",
    7: "averages that start at zero",
}
