"""Independent judge: what a data file holds, as another library reads it.

usage: describe.py OUT.json ENGINE:FILE [ENGINE:FILE ...]
ENGINE is netCDF4, xarray-netcdf4, xarray-scipy, h5py or numpy. Values are raw (no mask, no scale, no
decoding), as hexadecimal little-endian bytes, so that every bit is compared; texts are lists.
"""
import json
import sys

import numpy as np


def packed(values):
    values = np.asarray(values)
    if values.dtype.kind in "OUT":
        return [v if isinstance(v, str) else v.decode() for v in values.ravel().tolist()]
    return np.ascontiguousarray(values).astype(values.dtype.newbyteorder("<")).tobytes().hex()


def typed(value):
    if isinstance(value, (str, bytes)):
        return {"type": "text", "values": [value if isinstance(value, str) else value.decode()]}
    values = np.atleast_1d(np.asarray(value))
    if values.dtype.kind in "OU":
        return {"type": "text", "values": [str(v) for v in values.tolist()]}
    if values.dtype.kind == "S":
        return {"type": "text", "values": [v.decode() for v in values.tolist()]}
    return {"type": values.dtype.newbyteorder("=").name, "values": packed(values)}


def described(values, dims, attributes):
    values = np.asarray(values)
    kind = "text" if values.dtype.kind in "OUT" else "char" if values.dtype.kind == "S" else values.dtype.newbyteorder("=").name
    return {"type": kind, "dims": list(dims), "shape": list(values.shape), "values": packed(values), "attributes": attributes}


def netcdf4(path):
    import netCDF4

    with netCDF4.Dataset(path) as data:
        data.set_auto_maskandscale(False)
        data.set_auto_chartostring(False)
        variables = {}

        def add(group, prefix):
            for name, variable in group.variables.items():
                attributes = {a: typed(variable.getncattr(a)) for a in variable.ncattrs()}
                variables[prefix + name] = described(variable[...], variable.dimensions, attributes)
            for name, inner in group.groups.items():
                add(inner, prefix + name + "/")

        add(data, "")
        return {
            "dims": {name: [len(d), d.isunlimited()] for name, d in data.dimensions.items()},
            "attributes": {a: typed(data.getncattr(a)) for a in data.ncattrs()},
            "variables": variables,
        }


def xarray(path, engine):
    import xarray

    with xarray.open_dataset(path, engine=engine, decode_cf=False, mask_and_scale=False) as data:
        unlimited = data.encoding.get("unlimited_dims", set())
        return {
            "dims": {name: [size, name in unlimited] for name, size in data.sizes.items()},
            "attributes": {a: typed(v) for a, v in data.attrs.items()},
            "variables": {
                name: described(v.values, v.dims, {a: typed(x) for a, x in v.attrs.items()}) for name, v in data.variables.items()
            },
        }


def numpy(path):
    return {"dims": {}, "attributes": {}, "variables": {"values": described(np.load(path, allow_pickle=False), [], {})}}


def h5py(path):
    import h5py as library

    with library.File(path, "r") as data:
        variables = {}

        def walk(group, prefix, above):
            for name in group:
                if not isinstance(group.get(name, getlink=True), library.HardLink):
                    continue
                item = group[name]
                if isinstance(item, library.Group) and item not in above:
                    walk(item, prefix + name + "/", above + [item])
                elif isinstance(item, library.Dataset) and item.dtype.names is None:
                    add(prefix + name, item)

        def add(name, item):
            values = item.asstr()[...] if library.check_string_dtype(item.dtype) else item[...]
            variables[name] = described(values, [], {a: typed(v) for a, v in item.attrs.items()})

        walk(data, "", [data])
        return {"dims": {}, "attributes": {a: typed(v) for a, v in data.attrs.items()}, "variables": variables}


ENGINES = {
    "netCDF4": netcdf4,
    "xarray-netcdf4": lambda path: xarray(path, "netcdf4"),
    "xarray-scipy": lambda path: xarray(path, "scipy"),
    "h5py": h5py,
    "numpy": numpy,
}

answers = []
for argument in sys.argv[2:]:
    engine, _, path = argument.partition(":")
    answers.append(ENGINES[engine](path))
with open(sys.argv[1], "w") as out:
    json.dump(answers, out)
