"""Capital letters, one with a blank behind it."""

quiz = {1: "B ", 2: "A"}
