"""The rate is taken for the share that is kept.

check: question 2
hint: Keras' rate is the share that is dropped
"""

quiz = {1: "b", 2: "a", 3: "c", 4: "b", 5: "d", 6: "c", 7: "b"}
