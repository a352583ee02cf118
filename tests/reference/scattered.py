"""Interpolates scattered values with scipy, for ours to be compared with.

usage: scattered.py FOLDER, with places.npy [sensors, 2], values.npy [sensors] and at.npy [places, 2] in it;
writes cubic.npy, linear.npy, multiquadric.npy [places]
"""

import sys

import numpy as np
from scipy.interpolate import CloughTocher2DInterpolator, LinearNDInterpolator, Rbf

EPSILON = 0.1

folder = sys.argv[1]
places, values, at = (np.load(f"{folder}/{name}.npy") for name in ("places", "values", "at"))
np.save(f"{folder}/cubic.npy", CloughTocher2DInterpolator(places, values, tol=1e-13, maxiter=5000)(at))
np.save(f"{folder}/linear.npy", LinearNDInterpolator(places, values)(at))
np.save(f"{folder}/multiquadric.npy", Rbf(places[:, 0], places[:, 1], values, function="multiquadric", epsilon=EPSILON)(at[:, 0], at[:, 1]))
