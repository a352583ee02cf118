"""Kuramoto-Sivashinsky u_t = -a u u_x - u_xx - u_xxxx on [0, 100), Crank-Nicolson and Adams-Bashforth 2, in Python for protocol 1.

Command: [python3, ks.py, "{in}", "{out}", "{dt}", "{steps}", "0"]; the last word is a: 0 leaves u u_x out.
Project file: format npy, lags 2, forcing true. A two-step scheme takes one step a call.
"""
import os
import sys

import numpy as np

LENGTH = 100.0


def step(older, newer, forcing, dt, a):
    """One step of all states at once; older, newer, forcing [n, points]."""
    points = newer.shape[1]
    k = 2 * np.pi / LENGTH * np.arange(points // 2 + 1)
    linear = k**2 - k**4
    derivative = 1j * k
    derivative[-1] = 0  # the highest wave has no odd derivative on an even number of points
    squares = np.fft.rfft(1.5 * newer**2 - 0.5 * older**2)
    tendency = -0.5 * a * derivative * squares + np.fft.rfft(forcing)
    u = ((1 + 0.5 * dt * linear) * np.fft.rfft(newer) + dt * tendency) / (1 - 0.5 * dt * linear)
    return np.fft.irfft(u, points)


def main():
    source, target, dt, steps, a = sys.argv[1:]
    states = np.load(source)  # [n, lags, points], oldest first
    if states.ndim != 3 or states.shape[1] != 2 or steps != "1":
        sys.exit("ks.py: expected states[n, 2, points] and one step")
    name = source.removesuffix(".npy") + ".forcing.npy"
    forcing = np.load(name) if os.path.exists(name) else np.zeros_like(states[:, 0])
    np.save(target, step(states[:, 0], states[:, 1], forcing, float(dt), float(a)))


main()
