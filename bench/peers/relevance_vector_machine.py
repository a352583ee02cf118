"""Peer of discover/medida-ks/rvm: relevance vector machine by its Gram matrix, vectorised numpy.

Fixed-point form (Tipping, JMLR 1, 211 (2001)) on standardized columns; columns whose precision passes ALPHA_MAX leave.
usage: relevance_vector_machine.py FOLDER, with columns.npy [rows, columns] and target.npy [rows] in it
"""

import sys

import numpy as np

from serve import about_numpy, serve

ALPHA_MAX = 100.0
TOLERANCE = 0.1
LEAST_PASSES = 3
MOST_PASSES = 3000


def moments(phi, y):
    """Gram matrix, moment and target square of centred columns of unit variance, without a centred copy of the rows."""
    rows = len(y)
    mean, mean_y = np.ones(rows) @ phi / rows, y.mean()
    gram = phi.T @ phi - rows * np.outer(mean, mean)
    moment = phi.T @ y - rows * mean * mean_y
    square = y @ y - rows * mean_y**2
    scale, scale_y = np.sqrt(gram.diagonal() / rows), np.sqrt(square / rows)
    return gram / np.outer(scale, scale), moment / (scale * scale_y), rows, scale_y / scale


def fit(phi, y):
    gram, moment, rows, unit = moments(phi, y)
    kept = np.arange(phi.shape[1])
    alpha, beta = np.full(kept.size, 1e-6), 1e-6
    for count in range(1, MOST_PASSES + 1):
        sigma = np.linalg.inv(np.diag(alpha) + beta * gram)
        m = beta * sigma @ moment
        gamma = 1 - alpha * sigma.diagonal()
        new = gamma / m**2
        residual = max(rows - 2 * m @ moment + m @ gram @ m, 1e-14 * rows)
        beta = (rows - gamma.sum()) / residual
        stay = new < ALPHA_MAX
        change = np.abs(new - alpha)[stay].max(initial=0)
        kept, alpha, gram, moment = kept[stay], new[stay], gram[np.ix_(stay, stay)], moment[stay]
        if kept.size == 0 or (count >= LEAST_PASSES and change < TOLERANCE):
            break
    coefficients = np.zeros(phi.shape[1])
    sigma = np.linalg.inv(np.diag(alpha) + beta * gram)
    coefficients[kept] = beta * sigma @ moment * unit[kept]
    return coefficients


def main(folder):
    phi, y = np.load(f"{folder}/columns.npy"), np.load(f"{folder}/target.npy")
    serve(about_numpy(), {"rvm": (lambda: fit(phi, y), np.linalg.norm)})


if __name__ == "__main__":
    main(sys.argv[1])
