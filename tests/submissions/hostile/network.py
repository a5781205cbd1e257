"""Talks to a server of this machine's."""
# ruff: noqa: F821, SIM105

import socket

for family, address in ((socket.AF_INET, ("127.0.0.1", PORT)), (socket.AF_UNIX, ABSTRACT)):
    try:
        with socket.socket(family) as client:
            client.settimeout(2)
            client.connect(address)
            print("HARM: connected to", address)
    except OSError:
        pass
try:
    socket.getaddrinfo("example.invalid", 80)
except OSError:
    pass
