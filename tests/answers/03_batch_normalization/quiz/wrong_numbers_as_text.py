"""The questions are numbered by text.

check: all eight questions are answered; which are right shows after grading
hint: yet for question [1, 2, 3, 4, 5, 6, 7, 8]
"""

quiz = {"1": "b", "2": "c", "3": "a", "4": "b", "5": "c", "6": "a", "7": "b", "8": "c"}
