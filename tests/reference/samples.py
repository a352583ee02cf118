"""Writes data files with the field's own libraries, for our readers to read.

usage: samples.py FOLDER
"""
import sys
from pathlib import Path

import h5py
import netCDF4
import numpy as np
import xarray as xr

folder = Path(sys.argv[1])
random = np.random.default_rng(1)
special = np.array([0.0, -0.0, 5e-324, -1.7976931348623157e308, np.nan, np.inf, -np.inf, 0.1])


def dataset():
    """What a model's user has: unlimited time with a calendar, packed shorts, float32, texts."""
    time = np.arange(7.0)
    return xr.Dataset(
        {
            "u": (("time", "y", "x"), random.normal(size=(7, 5, 11)), {"units": "m s-1", "long_name": "zonal wind, µ"}),
            "v": (("time", "x"), random.normal(size=(7, 11)).astype("f4"), {"units": "cm s-1"}),
            "t": (("time", "y", "x"), np.where(random.random((7, 5, 11)) < 0.1, np.nan, 273 + 10 * random.random((7, 5, 11))), {"units": "K"}),
            "special": (("s",), special),
            "count": (("y",), np.arange(5, dtype="i4") - 2),
            "flag": (("y",), np.array([-128, -1, 0, 1, 127], dtype="i1")),
            "place": (("y",), np.array(["Potsdam", "", "Århus", "x", "Lindenberg (Mark)"], dtype=object)),
            "scalar": ((), 42.5),
        },
        coords={"time": ("time", time, {"units": "days since 2001-02-27 12:00", "calendar": "noleap"}), "x": np.linspace(0, 1, 11)},
        attrs={"title": "sample", "numbers": np.array([1.5, 2.5]), "whole": np.int32(7)},
    )


packing = {"dtype": "i2", "scale_factor": 0.001, "add_offset": 278.0, "_FillValue": np.int16(-32767)}


def with_xarray():
    data = dataset()
    classic = {"t": packing, "special": {"_FillValue": None}, "u": {"_FillValue": None}}
    for name, format in [("classic", "NETCDF3_CLASSIC"), ("offset64", "NETCDF3_64BIT")]:
        # scipy puts a scalar among the records and overwrites one of their values: such a file must be refused.
        data.to_netcdf(folder / f"overlap-{name}.nc", format=format, engine="scipy", unlimited_dims=["time"], encoding=classic)
        data.drop_vars("scalar").to_netcdf(folder / f"xarray-{name}.nc", format=format, engine="scipy", unlimited_dims=["time"], encoding=classic)
    chunked = {"zlib": True, "complevel": 4, "shuffle": True, "fletcher32": True, "_FillValue": None}
    encoding = {"t": packing | {"zlib": True, "chunksizes": (2, 3, 4)}, "u": chunked | {"chunksizes": (2, 2, 5)}, "special": {"_FillValue": None}}
    data.to_netcdf(folder / "xarray-netcdf4.nc", engine="netcdf4", unlimited_dims=["time"], encoding=encoding)
    many = data.assign_attrs({f"attribute_{i}": f"value {i}" for i in range(60)})
    many.to_netcdf(folder / "xarray-attributes.nc", engine="netcdf4", encoding=encoding)


def with_netcdf4():
    types = ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"]
    for format in ["NETCDF4", "NETCDF4_CLASSIC", "NETCDF3_64BIT_DATA", "NETCDF3_CLASSIC"]:
        known = [t for t in types if not format.endswith("CLASSIC") or t not in ("u1", "u2", "u4", "i8", "u8")]
        with netCDF4.Dataset(folder / f"netcdf4-{format.lower()}.nc", "w", format=format) as data:
            data.history = "made for a test"
            data.createDimension("time", None)
            data.createDimension("x", 6)
            data.createDimension("letters", 4)
            for t in known:
                raw = random.integers(0, 256, 18 * np.dtype(t).itemsize, dtype="u1").view(t)
                variable = data.createVariable(f"v_{t}", t, ("time", "x"), fill_value=False)
                variable.set_auto_maskandscale(False)
                variable[:] = raw.reshape(3, 6)
                variable.setncattr("limits", np.array([raw.min(), raw.max()]))
            text = data.createVariable("text", "S1", ("x", "letters"))
            text[:] = np.frombuffer(b"ab\0\0defgh\0\0\0ijklmno\0pqrs", dtype="S1").reshape(6, 4)
            data.createVariable("short", "f8", ("x",))[:] = np.arange(6)
            if format == "NETCDF4":
                late = data.createVariable("late", "f8", ("time",), fill_value=-1.0)
                late[:] = [1.0, 2.0]
                group = data.createGroup("inner")
                group.createVariable("deep", "f8", ("x",))[:] = np.arange(6) * 2.0
                data.createVariable("x", "f8", ("x", "letters"))[:] = np.arange(24.0).reshape(6, 4)


def with_h5py():
    for version in ["earliest", "latest"]:
        with h5py.File(folder / f"h5py-{version}.h5", "w", libver=version) as data:
            values = random.normal(size=(20, 30))
            data["contiguous"] = values
            data.create_dataset("big_endian", data=values.astype(">f8"))
            data.create_dataset("big_integers", data=np.arange(-5, 5).astype(">i2"))
            data.create_dataset("single", data=values, chunks=(20, 30))
            data.create_dataset("single_deflated", data=values, chunks=(20, 30), compression="gzip")
            data.create_dataset("fixed", data=values, chunks=(3, 7))
            data.create_dataset("fixed_deflated", data=values, chunks=(3, 7), compression="gzip", shuffle=True, fletcher32=True)
            data.create_dataset("fixed_room", data=values, chunks=(3, 7), maxshape=(50, 64))
            data.create_dataset("paged", data=np.arange(5000.0), chunks=(2,))
            data.create_dataset("growing", data=values, chunks=(3, 7), maxshape=(None, 30))
            data.create_dataset("growing_second", data=values, chunks=(3, 7), maxshape=(44, None))
            data.create_dataset("growing_deflated", data=values, chunks=(3, 7), maxshape=(None, 30), compression="gzip")
            data.create_dataset("growing_long", data=np.arange(30000.0), chunks=(2,), maxshape=(None,))
            data.create_dataset("growing_twice", data=values, chunks=(3, 7), maxshape=(None, None))
            data.create_dataset("growing_twice_deflated", data=values, chunks=(3, 7), maxshape=(None, None), compression="gzip")
            data.create_dataset("many", data=np.arange(4000.0).reshape(200, 20), chunks=(2, 2), maxshape=(None, None))
            part = data.create_dataset("partly", (40, 30), "f8", chunks=(3, 7), fillvalue=-9.5)
            part[10:20, 5:9] = 1.25
            data.create_dataset("never", (4, 5), "f4", fillvalue=2.5)
            data.create_dataset("truth", data=np.array([True, False, True]))
            data.create_dataset("texts", data=np.array(["a", "", "längere"], dtype=object), dtype=h5py.string_dtype())
            data.create_dataset("fixed_texts", data=np.array([b"abc", b"de", b""]))
            data.create_dataset("empty", (0, 3), "f8", maxshape=(None, 3))
            data["scalar"] = np.float32(1.5)
            data["group/inner/deep"] = np.arange(4)
            data["compound"] = np.zeros(3, dtype=[("a", "f8"), ("b", "i4")])
            data["alias"] = data["contiguous"]
            data["soft"] = h5py.SoftLink("soft")
            data["outside"] = h5py.ExternalLink("/etc/passwd", "/x")
            data["group/back"] = data["group"]
            wide = data.create_group("wide")
            for i in range(50):
                wide[f"member_{i:03d}"] = np.full(3, float(i))
            for i in range(30):
                data["contiguous"].attrs[f"attribute_{i}"] = np.arange(i + 1, dtype="f8")
            data["scalar"].attrs["long"] = "x" * 70_000 if version == "latest" else "x" * 3000
            data["scalar"].attrs["texts"] = np.array(["a", "bé"], dtype=object)
            data["scalar"].attrs["fixed"] = np.bytes_("abc")
            data["scalar"].attrs["float"] = np.float32(2.5)
            data.attrs["title"] = "plain HDF5"


def with_h5py_options():
    with h5py.File(folder / "h5py-options.h5", "w", userblock_size=512, track_order=True) as data:
        for name in ["zulu", "alpha", "mike"]:
            data[name] = np.arange(3.0)
            for i in [3, 1, 2]:
                data[name].attrs[f"a{i}"] = i
        ordered = data.create_group("ordered", track_order=True)
        for i in reversed(range(20)):
            ordered[f"member_{i:02d}"] = float(i)
        data["named_type"] = np.dtype("<f4")
        data.create_dataset("typed", data=np.arange(4), dtype=data["named_type"])
        data["typed"].attrs.create("same", 1.5, dtype=data["named_type"])


def with_numpy():
    for kind in ["f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"]:
        for order in "<>":
            values = random.integers(0, 256, 24 * np.dtype(kind).itemsize, dtype="u1")
            values = (values % 2 == 1) if kind == "b1" else values.view(order + kind)
            values = values.reshape(2, 3, 4)
            name = {"<": "little", ">": "big"}[order]
            np.save(folder / f"numpy-{kind}-{name}-c.npy", values)
            np.save(folder / f"numpy-{kind}-{name}-fortran.npy", np.asfortranarray(values))
    np.save(folder / "numpy-scalar.npy", np.float64(1.5))
    np.save(folder / "numpy-empty.npy", np.zeros((0, 3)))
    for version in [(1, 0), (2, 0), (3, 0)]:
        with open(folder / f"numpy-version{version[0]}.npy", "wb") as file:
            np.lib.format.write_array(file, np.arange(6.0).reshape(2, 3), version=version)
    np.savez(folder / "numpy-stored.npz", a=np.arange(6.0).reshape(2, 3), b=np.array([1, -2], dtype="i8"))
    np.savez_compressed(folder / "numpy-deflated.npz", a=np.arange(6.0).reshape(2, 3), zeros=np.zeros((100, 100)))
    np.save(folder / "objects.npy", np.array([{}, None], dtype=object), allow_pickle=True)


with_xarray()
with_netcdf4()
with_h5py()
with_h5py_options()
with_numpy()
