"""Peer of discover/medida-qg/polyharmonic, /rff-ridge, /rbf and /cubic: fields [4, 96, 64] from three in four of their points.

usage: interpolation.py FOLDER, with readings.npy [fields, sensors], observed.npy [sensors] (indices), between.npy [2, sensors]
(places off the grid), frequencies.npy [frequencies, 2] and probe.npy in it
"""

import sys

import numpy as np
from scipy.fft import irfft2, rfft2
from scipy.interpolate import CloughTocher2DInterpolator, NearestNDInterpolator
from scipy.linalg import cho_factor, cho_solve, lu_factor, lu_solve
from scipy.spatial.distance import cdist

from serve import about_numpy, serve

NX, NY, LX, LY = 64, 96, 46.0, 68.0
POWER, SHIFT, EPSILON, RIDGE = 6, 1e-3, 0.1, 1e-6


def main(folder):
    readings, observed, between, frequencies, probe = (np.load(f"{folder}/{name}.npy") for name in ("readings", "observed", "between", "frequencies", "probe"))
    observed, probe = observed.astype(int), int(probe[0])
    fields, points = len(readings), NX * NY
    row, column = np.divmod(np.arange(points), NX)
    grid = 2 * np.pi * np.stack([column / NX - 0.5, row / NY - 0.5], axis=1)
    places = grid[observed]
    scattered = 2 * np.pi * (between / np.array([[LX], [LY]])).T

    def polyharmonic():
        k, l = 2 * np.pi / LX * np.arange(NX // 2 + 1), 2 * np.pi / LY * np.fft.fftfreq(NY, 1 / NY)
        symbol = (k**2 + l[:, None] ** 2 + SHIFT) ** POWER
        missing = np.setdiff1d(np.arange(points), observed)
        y, x = np.divmod(missing, NX)
        kernel = irfft2(symbol, s=(NY, NX))
        factor = cho_factor(kernel[(y[:, None] - y) % NY, (x[:, None] - x) % NX], overwrite_a=True, check_finite=False)
        mean = readings.mean(axis=1, keepdims=True)
        filled = np.zeros((fields, points))
        filled[:, observed] = readings - mean
        gradient = irfft2(symbol * rfft2(filled.reshape(fields, NY, NX)), s=(NY, NX)).reshape(fields, points)
        filled[:, missing] = -cho_solve(factor, gradient[:, missing].T, check_finite=False).T
        return filled + mean

    def features(at):
        phase = at @ (2 * np.pi * frequencies.T)
        return np.hstack([np.cos(phase), np.sin(phase)])

    def rff_ridge():
        phi = features(places)
        gram = phi.T @ phi
        gram.flat[:: len(gram) + 1] += RIDGE * len(phi) / 2
        mean = readings.mean(axis=1, keepdims=True)
        weights = cho_solve(cho_factor(gram, overwrite_a=True, check_finite=False), phi.T @ (readings - mean).T, check_finite=False)
        return (features(grid) @ weights).T + mean

    def multiquadric(a, b):
        squares = cdist(a, b, "sqeuclidean")
        squares /= EPSILON**2
        squares += 1
        return np.sqrt(squares, out=squares)

    def rbf():
        weights = lu_solve(lu_factor(multiquadric(places, places), overwrite_a=True, check_finite=False), readings.T, check_finite=False)
        return (multiquadric(grid, places) @ weights).T

    def cubic():
        inside = CloughTocher2DInterpolator(scattered, readings.T, tol=1e-13)(grid)
        outside = np.isnan(inside[:, 0])
        inside[outside] = NearestNDInterpolator(scattered, readings.T)(grid[outside])
        return inside.T

    def check(filled):
        return filled[0, probe]

    serve(about_numpy(), {"polyharmonic": (polyharmonic, check), "rff-ridge": (rff_ridge, check), "rbf": (rbf, check), "cubic": (cubic, check)})


if __name__ == "__main__":
    main(sys.argv[1])
