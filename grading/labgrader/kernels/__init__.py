"""Warm kernels: a template process imports once, and every kernel is a fork of it, ready in a moment.

    Jupyter, nbclient, papermill …                    template process (one per environment, user and circumstances)
    WarmProvisioner ── request + stdin, stdout … ──→  is it still fit? then fork ──→ the kernel
          │          ←── process id ────────────────────────────────────────────────────┘
          └─ WarmProcess ←── exit status, when the kernel has ended ──┘

The kernelspec names the provisioner and the modules to import (`labgrader install-kernel` writes it). Where a warm
kernel is not possible, or would differ from an ordinary one, the provisioner starts an ordinary one and logs why.
"""
