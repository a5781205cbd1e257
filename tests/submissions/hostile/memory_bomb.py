"""Takes a gigabyte of memory."""

blocks = []
for _ in range(16):
    blocks.append(bytearray(b"x") * (64 << 20))
print("HARM: took", len(blocks) * 64, "MiB")
