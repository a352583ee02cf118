"""u' = -u + forcing for protocol 1 by netCDF: checks every promise of the input, then writes the output as netCDF classic."""
import sys

import numpy as np
from netCDF4 import Dataset

source, target, dt, steps, shape = sys.argv[1:]
with Dataset(source) as data:
    states = data["states"][:].filled()
    assert data.data_model.startswith("NETCDF3") and data.residuum_protocol == 1
    assert data.steps == int(steps)
    assert states.dtype == np.float64 and str(states.shape) == shape, states.shape
    assert (data["dt"][:] == float(dt)).all() and data["time"].shape == data["dt"].shape == (len(states),)
    newest = states[:, -1]
    forcing = data["forcing"][:].filled() if "forcing" in data.variables else np.zeros_like(newest)
assert forcing.shape == newest.shape
t = float(dt) * int(steps)
states = newest * np.exp(-t) + forcing * -np.expm1(-t)
with Dataset(target, "w", format="NETCDF3_64BIT_OFFSET") as data:
    data.residuum_protocol = np.int32(1)
    names = ["sample", "field", "point"] if states.ndim == 3 else ["sample", "point"]
    for name, size in zip(names, states.shape):
        data.createDimension(name, size)
    data.createVariable("states", "f8", names)[:] = states
