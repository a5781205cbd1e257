"""Waits for somebody to type something."""

name = input("your name? ")
