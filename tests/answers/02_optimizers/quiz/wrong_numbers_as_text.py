"""The questions' numbers are text, so no question is found.

check: all seven questions are answered; which are right shows after grading
hint: yet for question [1, 2, 3, 4, 5, 6, 7]
"""

quiz = {"1": "d", "2": "d", "3": "c", "4": "d", "5": "c", "6": "b", "7": "b"}
