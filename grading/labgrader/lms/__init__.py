"""Exchange with learning management systems: class lists and submissions."""
