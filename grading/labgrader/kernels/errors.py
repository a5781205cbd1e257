"""Why there is no warm kernel."""


class NoWarmKernelError(Exception):
    """An ordinary kernel has to be started; the message says why, to go behind "because"."""


class TemplateGoneError(NoWarmKernelError):
    """The template ended or may not be used any more, but a new one can take its place."""
