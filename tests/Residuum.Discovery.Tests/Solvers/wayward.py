"""A solver for protocol 1 that needs no package: u' = -u + forcing, exactly. Members whose first value is above 4 make it misbehave as MODE says."""
import math
import os
import re
import signal
import struct
import sys
import time

UNLUCKY = 4.0


def load(path):
    with open(path, "rb") as file:
        start = file.read(10)
        header = file.read(start[8] + 256 * start[9]).decode()
        shape = [int(size) for size in re.search(r"\((.*)\)", header)[1].split(",") if size.strip()]
        return shape, struct.unpack(f"<{math.prod(shape)}d", file.read())


def save(path, shape, values, code="d"):
    header = f"{{'descr': '<f{struct.calcsize(code)}', 'fortran_order': False, 'shape': {tuple(shape)}, }}".ljust(117) + "\n"
    with open(path, "wb") as file:
        file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode())
        file.write(struct.pack(f"<{len(values)}{code}", *values))


def main():
    source, target, dt, steps, mode = sys.argv[1:6]
    shape, states = load(source)
    n, lags, size = shape[0], shape[1], math.prod(shape[2:])
    newest = [states[(i * lags + lags - 1) * size + j] for i in range(n) for j in range(size)]
    name = source[: -len(".npy")] + ".forcing.npy"
    forcing = load(name)[1] if os.path.exists(name) else [0.0] * len(newest)
    t = float(dt) * int(steps)
    if mode == "euler":
        u = newest
        for _ in range(int(steps)):
            u = [v + float(dt) * (f - v) for v, f in zip(u, forcing)]
    else:
        u = [v * math.exp(-t) + f * (1 - math.exp(-t)) for v, f in zip(newest, forcing)]
    unlucky = [i for i in range(n) if newest[i * size] > UNLUCKY]
    if mode == "random":
        u[0] += time.time_ns() % 1000 * 1e-6
    if mode == "coupled":
        u = [v + 0.01 * u[0] for v in u]
    if mode == "reversed":
        u = [v for i in reversed(range(n)) for v in u[i * size:(i + 1) * size]]
    if mode == "no-dt":
        u = [v * 0.9 for v in newest]
    if mode == "rounded":
        u = [float(f"{v:.6g}") for v in u]
    if mode == "flood":
        sys.stderr.write("x" * 3_000_000 + " the last words")
        sys.exit(4)
    if unlucky and mode == "exit":
        print("no convergence\nat member", unlucky, file=sys.stderr)
        sys.exit(3)
    if unlucky and mode == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if unlucky and mode == "hang":
        os.spawnlp(os.P_WAIT, "sleep", "sleep", "1000")
    if unlucky and mode == "nan":
        for i in unlucky:
            u[i * size + 2] = math.nan
    if mode == "short":
        n, u = n - 1, u[size:]
    if mode == "silent":
        return
    save(target, [n, *shape[2:]], u, "f" if mode == "single" else "d")
    if mode == "cut":
        os.truncate(target, 140)


main()
