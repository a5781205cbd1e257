"""Feedback page and grading view: nothing that a student wrote runs in them, and formulas need no network."""

from .exporters import FeedbackPage, GradingPage

__all__ = ["FeedbackPage", "GradingPage"]
