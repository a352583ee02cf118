"""Writes and judges files of layered observations with the field's own libraries.

usage: layered.py write FOLDER    the same flow in every layout that users bring
       layered.py judge FILE      what xarray and netCDF4 make of a file of ours, as JSON
"""
import json
import sys
from pathlib import Path

import h5py
import netCDF4
import numpy as np
import xarray as xr

LX, LY, NX, NY = 4.0, 6.0, 16, 24
x = (np.arange(NX) - NX // 2) * LX / NX
y = (np.arange(NY) - NY // 2) * LY / NY
times = np.array([0.9, 1.0, 1.9, 2.0])


def psi(layer, x, y, t):
    kx, ky = 2 * np.pi / LX, 2 * np.pi / LY
    return (1 + layer) * (np.sin(kx * x + t) + 0.7 * np.cos(ky * y - 0.5 * t + layer) + 0.3 * np.sin(2 * kx * x + ky * y - t))


def snapshots():
    return np.array([[psi(layer, x[None, :], y[:, None], t) for layer in range(2)] for t in times])


def write(folder):
    field = snapshots()
    gaps = np.where(np.random.default_rng(3).random((NY, NX)) < 0.25, np.nan, field)
    series = xr.Dataset({"psi": (("time", "layer", "y", "x"), gaps, {"units": "m2 s-1"})}, coords={"time": ("time", times, {"units": "s"}), "layer": [1, 2], "y": ("y", y, {"units": "m"}), "x": ("x", x, {"units": "m"})})
    series.to_netcdf(folder / "series.nc", engine="netcdf4", encoding={"psi": {"zlib": True, "_FillValue": -999.0}})
    series.to_netcdf(folder / "classic.nc", engine="scipy", format="NETCDF3_64BIT")
    samples = xr.Dataset(
        {"q": (("sample", "lag", "layer", "y", "x"), gaps.reshape(2, 2, 2, NY, NX)), "time": (("sample", "lag"), times.reshape(2, 2)), "dt": (("sample",), [0.1, 0.1])},
        coords={"y": y, "x": x})
    samples.to_netcdf(folder / "samples.nc", engine="netcdf4")
    np.savez(folder / "arrays.npz", psi=gaps, x=x, y=y, time=times)
    series.to_zarr(str(folder / "series.zarr"), mode="w")

    with h5py.File(folder / "matlab.mat", "w", userblock_size=512) as file:
        for name, values in {"psi": gaps.reshape(2, 2, 2, NY, NX), "x": x[:, None], "y": y[None, :], "time": times.reshape(2, 2)}.items():
            file.create_dataset(name, data=values).attrs["MATLAB_class"] = np.bytes_("double")
    with open(folder / "matlab.mat", "r+b") as file:
        file.write(b"MATLAB 7.3 MAT-file, Platform: GLNXA64".ljust(124) + b"\x00\x02IM")

    places = np.random.default_rng(5).random((40, 2)) * [LX, LY] - [LX / 2, LY / 2]
    with netCDF4.Dataset(folder / "stations.nc", "w") as data:  # contiguous ragged time series
        data.featureType, data.Conventions = "timeSeries", "CF-1.8"
        data.createDimension("station", 40)
        data.createDimension("obs", 40 * 4)
        data.createDimension("layer", 2)
        data.createVariable("x", "f8", ("station",))[:] = places[:, 0]
        data.createVariable("y", "f8", ("station",))[:] = places[:, 1]
        data.createVariable("row_size", "i4", ("station",))[:] = 4
        data["row_size"].sample_dimension = "obs"
        data.createVariable("time", "f8", ("obs",))[:] = np.tile(times, 40)
        data["time"].units = "s"
        values = data.createVariable("psi", "f8", ("obs", "layer"), fill_value=-999.0)
        values.coordinates = "time x y"
        values[:] = np.array([[psi(layer, px, py, t) for layer in range(2)] for px, py in places for t in times])
    with open(folder / "table.csv", "w") as file:
        file.write("t,layer,x,y,value\n")
        for t in times:
            for layer in range(2):
                for px, py in places:
                    file.write(f"{t!r},{layer + 1},{px!r},{py!r},{psi(layer, px, py, t)!r}\n")


def judge(path):
    with xr.open_dataset(path) as data, netCDF4.Dataset(path) as raw:
        name = "psi" if "psi" in data else "q"
        print(json.dumps({
            "dims": list(data[name].dims), "units": data[name].attrs.get("units"), "x": data.x.values.tolist(), "y": data.y.values.tolist(),
            "layer": data.layer.values.tolist(), "axis": [data.x.attrs["axis"], data.y.attrs["axis"], data.layer.attrs["axis"]],
            "time": data.time.values.tolist(), "missing": int(np.isnan(data[name].values).sum()), "masked": int(np.ma.count_masked(raw[name][:])),
            "values": [repr(float(v)) for v in data[name].values.ravel() if np.isfinite(v)], "conventions": data.attrs["Conventions"],
        }))


if sys.argv[1] == "write":
    write(Path(sys.argv[2]))
else:
    judge(sys.argv[2])
