"""Feedback page and grading view: no student's code runs in them, and formulas need no network."""

from .exporters import FeedbackPage, GradingPage

__all__ = ["FeedbackPage", "GradingPage"]
