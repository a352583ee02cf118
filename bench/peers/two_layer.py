"""Peer of discover/medida-qg/step-96x192, /step-64x96 and /ensemble: leapfrog steps of the two-layer model, numpy with scipy.fft.

The equations are those of Mojgani et al., J. Adv. Model. Earth Syst. 16, e2023MS004033 (2024), with q' = q - beta y as the
state. Dealiasing by Orszag's 3/2 rule. All transforms of a kind are one batched call on two threads, columns that are zero
are left out, and the Jacobians come from the velocities alone: four transforms to the fine grid, five back (numpy is slower
with the eight and two of J = a_x b_y - a_y b_x: it was tried).
usage: two_layer.py FOLDER, with two-layer-96x192.npy and two-layer-64x96.npy [2, ny, nx] and two-layer-ensemble.npy
[members, 2, ny, nx] in it: q'
"""

import os
import sys

import numpy as np
from scipy import fft

from serve import about_numpy, serve

LENGTH_X, LENGTH_Y = 46.0, 68.0
BETA, RELAXATION, FRICTION, WIDTH = 0.196, 0.01, 0.07, 3.5
STEP, FILTER = 0.025, 0.04
STEPS = 10
BLOCK = 1  # members at a time: 2 are as fast, 4 leave the cache
WORKERS = os.cpu_count()


class TwoLayer:
    def __init__(self, ny, nx, hyperdiffusion):
        self.ny, self.nx = ny, nx
        k = 2 * np.pi / LENGTH_X * np.arange(nx // 2 + 1)
        l = 2 * np.pi / LENGTH_Y * np.fft.fftfreq(ny, 1 / ny)[:, None]
        k2 = k**2 + l**2
        k2[0, 0] = 1
        self.own, self.other = -(k2 + 1) / (k2 * (k2 + 2)), -1 / (k2 * (k2 + 2))
        self.own[0, 0], self.other[0, 0] = -0.25, 0.25
        k2[0, 0] = 0
        dx = k.copy()
        dx[-1] = 0
        self.drift = -1j * BETA * dx
        self.friction = FRICTION * k2
        self.kept = kept = nx // 2
        rows = np.r_[0 : ny // 2, ny // 2 + 1 : ny]
        self.rows, self.fine_rows = rows, np.where(rows < ny // 2, rows, rows + ny // 2)
        self.fine = (3 * ny // 2, 3 * nx // 2)
        scale = 9 / 4
        self.to_velocity = scale * 1j * np.stack([np.broadcast_to(-l[rows], (ny - 1, kept)), np.broadcast_to(k[:kept], (ny - 1, kept))])
        self.stress = ((k[:kept] ** 2 - l[rows] ** 2) / scale, k[:kept] * l[rows] / scale, 1 / scale)
        edge = np.minimum(np.arange(ny), ny - np.arange(ny) - 1) * LENGTH_Y / ny
        centre = (np.arange(ny) - ny // 2) * LENGTH_Y / ny
        self.sponge = -(np.cosh(edge / WIDTH) ** -2)[:, None]
        velocity = np.cosh(centre / WIDTH) ** -2 + self.sponge[:, 0]
        jet = np.zeros(ny, complex)
        inner = np.r_[1 : ny // 2, ny // 2 + 1 : ny]
        jet[inner] = -fft.fft(velocity)[inner] * nx / (1j * l[inner, 0])
        self.jet = RELAXATION * jet
        k8 = hyperdiffusion * (k**8 + l**8)
        self.start, self.leap = 1 / (1 + STEP * k8), 1 / (1 + 2 * STEP * k8)

    def tendency(self, q):
        ny, kept = self.ny, self.kept
        psi = np.empty_like(q)
        np.multiply(self.own, q, out=psi)
        psi += self.other * q[..., ::-1, :, :]
        spectra = np.zeros((*q.shape[:-2], 2, self.fine[0], kept), complex)
        spectra[..., self.fine_rows, :] = self.to_velocity * psi[..., None, self.rows, :kept]
        flow = fft.irfft(fft.ifft(spectra, axis=-2, workers=WORKERS, overwrite_x=True), self.fine[1], axis=-1, workers=WORKERS)
        u1, v1, u2, v2 = flow[..., 0, 0, :, :], flow[..., 0, 1, :, :], flow[..., 1, 0, :, :], flow[..., 1, 1, :, :]
        products = np.empty((5, *u1.shape))
        np.multiply(u1, v1, out=products[0])
        np.multiply(v1 - u1, v1 + u1, out=products[1])
        np.multiply(u2, v2, out=products[2])
        np.multiply(v2 - u2, v2 + u2, out=products[3])
        np.subtract(u1 * v2, v1 * u2, out=products[4])
        back = fft.rfft(products, axis=-1, workers=WORKERS)[..., :kept]
        back = fft.fft(back, axis=-2, workers=WORKERS)[..., self.fine_rows, :]
        shear, cross, between = self.stress
        mixed = fft.ifft(q[..., 1:], axis=-2, workers=WORKERS)
        mixed *= self.sponge
        result = self.drift * psi
        result[..., 1:] += fft.fft(mixed, axis=-2, workers=WORKERS, overwrite_x=True)
        relaxation = RELAXATION * (psi[..., 0, :, :] - psi[..., 1, :, :])
        relaxation[..., :, 0] -= self.jet
        result[..., 0, :, :] += relaxation
        result[..., 1, :, :] -= relaxation
        result[..., 1, :, :] += self.friction * psi[..., 1, :, :]
        result[..., 0, self.rows, :kept] += shear * back[0] + cross * back[1] - between * back[4]
        result[..., 1, self.rows, :kept] += shear * back[2] + cross * back[3] + between * back[4]
        return result

    def run(self, q):
        older = q
        q = (q + STEP * self.tendency(q)) * self.start
        for _ in range(STEPS - 1):
            newer = self.tendency(q)
            newer *= 2 * STEP
            newer += older
            newer *= self.leap
            older = q + FILTER * (older - 2 * q + newer)
            q = newer
        return q


def main(folder):
    fine = np.load(f"{folder}/two-layer-96x192.npy")
    coarse = np.load(f"{folder}/two-layer-64x96.npy")
    ensemble = np.load(f"{folder}/two-layer-ensemble.npy")
    big, small = TwoLayer(192, 96, 1e-6), TwoLayer(96, 64, 5e-5)
    fine, coarse = fft.rfft2(fine), fft.rfft2(coarse)
    advanced = np.empty_like(ensemble)

    def ensemble_steps():
        for i in range(0, len(ensemble), BLOCK):
            q = small.run(fft.rfft2(ensemble[i : i + BLOCK], workers=WORKERS))
            advanced[i : i + BLOCK] = fft.irfft2(q, workers=WORKERS)
        return advanced[-1]

    serve(
        about_numpy(),
        {
            "step-96x192": (lambda: big.run(fine), lambda q: q[0, 3, 2].real),
            "step-64x96": (lambda: small.run(coarse), lambda q: q[0, 3, 2].real),
            "ensemble": (ensemble_steps, lambda q: q[0, 40, 30]),
        },
    )


if __name__ == "__main__":
    main(sys.argv[1])
