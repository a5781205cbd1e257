"""Becomes root of namespaces of its own, where a faulty kernel can be attacked."""

import ctypes

libc = ctypes.CDLL(None)
if libc.unshare(0x10000000 | 0x00020000) == 0:
    print("HARM: root of a user and a mount namespace")
