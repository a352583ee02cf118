"""Peer of discover/medida-ks/step and /ensemble-step: ETDRK4 steps of Kuramoto-Sivashinsky, vectorised numpy.

u_t = -u u_x - u_xx - u_xxxx, periodic on [0, L). Scheme: Kassam and Trefethen, SIAM J. Sci. Comput. 26, 1214 (2005).
usage: kuramoto_sivashinsky.py FOLDER, with initial.npy [points] and ensemble.npy [members, points] in it
"""

import sys

import numpy as np
from numpy.fft import irfft, rfft

from serve import about_numpy, serve

LENGTH = 100.0
STEP = 0.005
STEPS = 10  # of an ensemble, from grid points to grid points
BLOCK = 16  # members whose arrays stay in the cache: the fastest of 1, 4, 16, 64, 256 and all


class Etdrk4:
    """Coefficients of the scheme; the complex means over 32 contour points avoid cancellation."""

    def __init__(self, points, step):
        k = 2 * np.pi / LENGTH * np.arange(points // 2 + 1)
        linear = k**2 - k**4
        circle = np.exp(1j * np.pi * (np.arange(1, 33) - 0.5) / 16)
        z = step * linear[:, None] + circle
        e = np.exp(z)
        self.full = np.exp(step * linear)
        self.half = np.exp(step * linear / 2)
        self.q = step * np.mean((np.exp(z / 2) - 1) / z, axis=1).real
        self.f1 = step * np.mean((-4 - z + e * (4 - 3 * z + z**2)) / z**3, axis=1).real
        self.f2 = 2 * step * np.mean((2 + z + e * (z - 2)) / z**3, axis=1).real
        self.f3 = step * np.mean((-4 - 3 * z - z**2 + e * (4 - z)) / z**3, axis=1).real
        self.g = -0.5j * k
        self.g[-1] = 0  # the odd derivative of the shortest wave
        self.points = points

    def nonlinear(self, v):
        u = irfft(v, self.points)
        u *= u
        n = rfft(u)
        n *= self.g
        return n

    def step(self, v):
        nv = self.nonlinear(v)
        half_v = self.half * v
        a = half_v + self.q * nv
        na = self.nonlinear(a)
        b = half_v + self.q * na
        nb = self.nonlinear(b)
        c = self.half * a + self.q * (2 * nb - nv)
        nc = self.nonlinear(c)
        na += nb
        return self.full * v + self.f1 * nv + self.f2 * na + self.f3 * nc


def main(folder):
    initial = rfft(np.load(f"{folder}/initial.npy"))
    ensemble = np.load(f"{folder}/ensemble.npy")
    members, points = ensemble.shape
    scheme = Etdrk4(points, STEP)
    advanced = np.empty_like(ensemble)

    def ensemble_step():
        for i in range(0, members, BLOCK):
            v = rfft(ensemble[i : i + BLOCK])
            for _ in range(STEPS):
                v = scheme.step(v)
            advanced[i : i + BLOCK] = irfft(v, points)
        return advanced[-1]

    serve(
        about_numpy(),
        {
            "step": (lambda: scheme.step(initial), lambda v: v[1].real),
            "ensemble-step": (ensemble_step, lambda u: u[points // 3]),
        },
    )


if __name__ == "__main__":
    main(sys.argv[1])
