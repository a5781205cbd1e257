"""Why there is no warm kernel."""


class NoWarmKernelError(Exception):
    """An ordinary kernel has to be started; the message says why, to follow "because"."""


class TemplateGoneError(NoWarmKernelError):
    """The template has ended or is outdated, but a new one can replace it."""
