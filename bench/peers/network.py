"""Peer of discover/medida-qg/rff-tangent: a network behind random Fourier features, trained and read out by its tangent kernel.

usage: network.py FOLDER, with network-*.npy in it: readings [fields, sensors], observed [sensors] (indices), probe, batches
[steps, batch], frequencies [m, 2], and weight and bias of each layer before training. The same steps as ours: Adam in single
precision, learning rate 3e-3 falling along a cosine to 1 %, then a ridge of 1e-6 with the kernel in double precision.
"""

import sys

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from serve import about_numpy, serve

NX, NY, LAYERS, RATE, LAST, RIDGE = 64, 96, 2, 3e-3, 0.01, 1e-6


def main(folder):
    def load(name):
        return np.load(f"{folder}/network-{name}.npy")

    readings, observed, probe, batches, frequencies = load("readings"), load("observed").astype(int), int(load("probe")[0]), load("batches").astype(int), load("frequencies")
    first = [(load(f"weight{i}"), load(f"bias{i}")) for i in range(4)]
    row, column = np.divmod(np.arange(NX * NY), NX)
    grid = 2 * np.pi * np.stack([column / NX - 0.5, row / NY - 0.5], axis=1)
    missing = np.setdiff1d(np.arange(NX * NY), observed)

    def features(places):
        phase = places @ (2 * np.pi * frequencies.astype(float).T)
        return np.hstack([np.cos(phase), np.sin(phase)])

    def forward(h, parameters):
        hidden = [h]
        for weight, bias in parameters[:-1]:
            h = np.tanh(h @ weight.T + bias)
            hidden.append(h)
        return hidden, h @ parameters[-1][0].T + parameters[-1][1]

    def train(inputs, targets):
        parameters = [(weight.copy(), bias.copy()) for weight, bias in first]
        means = [(np.zeros_like(weight), np.zeros_like(bias)) for weight, bias in first]
        squares = [(np.zeros_like(weight), np.zeros_like(bias)) for weight, bias in first]
        for step, batch in enumerate(batches):
            hidden, output = forward(inputs[batch], parameters)
            delta = (2 / output.size) * (output - targets[batch])
            rate = RATE * (LAST + (1 - LAST) * 0.5 * (1 + np.cos(np.pi * step / len(batches))))
            gradients = []
            for layer in range(len(parameters) - 1, -1, -1):
                gradients.append((delta.T @ hidden[layer], delta.sum(axis=0)))
                if layer > 0:
                    delta = (delta @ parameters[layer][0]) * (1 - hidden[layer] ** 2)
            for layer, gradient in enumerate(reversed(gradients)):
                for p, m, v, g in zip(parameters[layer], means[layer], squares[layer], gradient):
                    m *= 0.9
                    m += np.float32(0.1) * g
                    v *= 0.999
                    v += np.float32(0.001) * g * g
                    divisor = np.sqrt(v) / np.float32(np.sqrt(1 - 0.999 ** (step + 1))) + np.float32(1e-8)
                    p -= np.float32(rate / (1 - 0.9 ** (step + 1))) * m / divisor
        return [(weight.astype(float), bias.astype(float)) for weight, bias in parameters]

    def tangents(inputs, parameters):
        hidden, output = forward(inputs, parameters)
        deltas = [None] * (len(parameters) - 1)
        for layer in range(len(deltas) - 1, -1, -1):
            slope = 1 - hidden[layer + 1] ** 2
            if layer == len(deltas) - 1:
                parts = [slope * parameters[-1][0][output] for output in range(LAYERS)]
            else:
                parts = [slope * (part @ parameters[layer + 1][0]) for part in np.split(deltas[layer + 1], LAYERS, axis=1)]
            deltas[layer] = np.hstack(parts)
        return hidden, deltas, output

    def kernel(a, b):
        total = a[0][-1] @ b[0][-1].T
        total += 1
        for layer, delta in enumerate(a[1]):
            product = a[0][layer] @ b[0][layer].T
            product += 1
            product *= (delta @ b[1][layer].T) / LAYERS
            total += product
        return total

    def rff_tangent():
        inputs = features(grid)
        mean, deviation = readings[:LAYERS].mean(axis=1), readings[:LAYERS].std(axis=1)
        targets = ((readings[:LAYERS] - mean[:, None]) / deviation[:, None]).T.astype(np.float32)
        parameters = train(inputs[observed].astype(np.float32), targets)
        sensors, gaps = tangents(inputs[observed], parameters), tangents(inputs[missing], parameters)
        gram = kernel(sensors, sensors)
        gram.flat[:: len(gram) + 1] += RIDGE * np.trace(gram) / len(gram)
        factor = cho_factor(gram, lower=True, overwrite_a=True, check_finite=False)
        background = [np.tile(mean[:, None] + deviation[:, None] * part[2].T, (len(readings) // LAYERS, 1)) for part in (sensors, gaps)]
        filled = np.zeros((len(readings), NX * NY))
        filled[:, observed] = readings
        filled[:, missing] = background[1] + (kernel(gaps, sensors) @ cho_solve(factor, (readings - background[0]).T, check_finite=False)).T
        return filled

    serve(about_numpy(), {"rff-tangent": (rff_tangent, lambda filled: filled[0, probe])})


if __name__ == "__main__":
    main(sys.argv[1])
