"""Peer of discover/medida-ks/assimilation, /assimilation-best and /assimilation-published: one cycle of the stochastic ensemble filter.

Forecast of every member by one Crank-Nicolson/Adams-Bashforth step of Kuramoto-Sivashinsky (all with the same older
state), covariance of the forecast, Kalman gain for the full grid observed with error SIGMA, mean of the analysis.
usage: assimilation.py FOLDER, with initial.npy [points], ensemble.npy [members, points], observation.npy [points]
and errors.npy [members, points], of mean zero, in it
"""

import sys

import numpy as np
from numpy.fft import irfft, rfft

from serve import about_numpy, serve

LENGTH = 100.0
STEP = 0.005
SIGMA = 0.1
BLOCK = 16
TOLERANCE = 1e-12


class CrankNicolsonAdamsBashforth:
    """v+ = [(1 + h L / 2) v + h (3/2 N(v) - 1/2 N(v_old))] / (1 - h L / 2)."""

    def __init__(self, points, older):
        k = 2 * np.pi / LENGTH * np.arange(points // 2 + 1)
        linear = k**2 - k**4
        self.g = -0.5j * k
        self.g[-1] = 0
        self.state = (1 + STEP / 2 * linear) / (1 - STEP / 2 * linear)
        self.tendency = STEP / (1 - STEP / 2 * linear)
        self.now = 1.5 * self.tendency * self.g
        self.old = -0.5 * self.tendency * self.g * rfft(older * older)

    def forecast(self, u):
        return irfft(self.state * rfft(u) + self.now * rfft(u * u) + self.old, u.shape[-1])


def main(folder):
    initial, ensemble, observation, errors = (
        np.load(f"{folder}/{name}.npy") for name in ("initial", "ensemble", "observation", "errors")
    )
    members, points = ensemble.shape
    forecast = np.empty_like(ensemble)

    def cycle():
        """The best form known for numpy: no covariance, no gain, no factor, conjugate gradients for the one innovation."""
        model = CrankNicolsonAdamsBashforth(points, initial)
        for i in range(0, members, BLOCK):
            forecast[i : i + BLOCK] = model.forecast(ensemble[i : i + BLOCK])
        mean = forecast.mean(axis=0)
        anomalies = forecast - mean
        residual = observation - mean
        solution, direction = np.zeros(points), residual.copy()
        square = residual @ residual
        target = TOLERANCE**2 * square
        while square > target:
            product = anomalies.T @ (anomalies @ direction)
            product += (members - 1) * SIGMA**2 * direction
            step = square / (direction @ product)
            solution += step * direction
            residual -= step * product
            square, before = residual @ residual, square
            direction *= square / before
            direction += residual
        return mean + anomalies.T @ (anomalies @ solution)

    def straight():
        """The filter as its equations are written, vectorised: covariance, gain, mean of the analysis."""
        model = CrankNicolsonAdamsBashforth(points, initial)
        states = model.forecast(ensemble)
        mean = states.mean(axis=0)
        anomalies = states - mean
        covariance = anomalies.T @ anomalies / (members - 1)
        gain = np.linalg.solve(covariance + SIGMA**2 * np.eye(points), covariance).T
        return mean + gain @ (observation - mean)

    def published():
        """The form of the published script: loops over members stored as columns, covariance, operator and gain in full."""
        model = CrankNicolsonAdamsBashforth(points, initial)
        states = np.zeros((points, members))
        for k in range(members):
            states[:, k] = model.forecast(ensemble[k])
        anomalies = states - states.mean(axis=1, keepdims=True)
        covariance = anomalies @ anomalies.T / (members - 1)
        operator = np.eye(points)
        innovation = operator @ covariance @ operator.T + SIGMA**2 * np.eye(points)
        gain = covariance @ operator.T @ np.linalg.inv(innovation)
        analysis = np.zeros((points, members))
        for k in range(members):
            analysis[:, k] = states[:, k] + gain @ (observation + errors[k] - states[:, k])
        return analysis.mean(axis=1)

    def check(mean):
        return mean[points // 3]

    serve(about_numpy(), {"assimilation": (straight, check), "assimilation-best": (cycle, check), "assimilation-published": (published, check)})


if __name__ == "__main__":
    main(sys.argv[1])
