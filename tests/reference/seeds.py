"""Writes the small HDF5 and netCDF-4 files from which the fuzz tests start, and which are tested where there is no Python.

usage: seeds.py FOLDER        (tests/Residuum.Data.Tests/Seeds; run once, the files are in the repository)
"""
import sys
from pathlib import Path

import h5py
import netCDF4
import numpy as np

folder = Path(sys.argv[1])

with netCDF4.Dataset(folder / "netcdf4.nc", "w") as data:
    data.title = "a seed"
    data.createDimension("time", None)
    data.createDimension("x", 4)
    time = data.createVariable("time", "f8", ("time",))
    time.units, time.calendar = "days since 2001-01-01", "noleap"
    time[:] = [0.5, 1.5, 2.5]
    packed = data.createVariable("packed", "i2", ("time", "x"), zlib=True, shuffle=True, fletcher32=True, fill_value=-32767)
    packed.scale_factor, packed.add_offset, packed.units = 0.5, 10.0, "K"
    packed.set_auto_maskandscale(False)
    packed[:] = np.arange(12).reshape(3, 4)
    data.createVariable("place", str, ("x",))[:] = np.array(["a", "", "ccc", "dddd"], dtype=object)

with h5py.File(folder / "latest.h5", "w", libver="latest") as data:
    values = np.arange(12.0).reshape(3, 4)
    data["contiguous"] = values
    data.create_dataset("fixed", data=values, chunks=(2, 3), compression="gzip")
    data.create_dataset("growing", data=values, chunks=(2, 3), maxshape=(None, 4))
    data.create_dataset("twice", data=values, chunks=(2, 3), maxshape=(None, None), compression="gzip")
    data.create_dataset("texts", data=np.array([b"abc", b"de"]))
    data["group/inner"] = np.arange(3, dtype=">i4")
    data["soft"] = h5py.SoftLink("soft")
    for i in range(9):
        data["contiguous"].attrs[f"a{i}"] = float(i)

with h5py.File(folder / "earliest.h5", "w", libver="earliest") as data:
    values = np.arange(12.0).reshape(3, 4)
    data.create_dataset("chunks", data=values, chunks=(2, 3), maxshape=(None, 4))
    data["truth"] = np.array([True, False])
    data["compound"] = np.zeros(2, dtype=[("a", "f8"), ("b", "i4")])
    data["group/inner"] = np.float32(1.5)
    data["soft"] = h5py.SoftLink("soft")
    data.attrs["title"] = "a seed"
