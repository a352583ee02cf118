"""Writes Zarr stores, and HDF5 with their compressors, for our reader to read, and says what they hold.

usage: zarr_stores.py FOLDER
Version 2 by the zarr library and by xarray; version 3 by the code below, from the core specification alone, as Debian's zarr does not
write it. FOLDER/answers.json maps each store to its variables: type, shape, dimensions, and values as hexadecimal little-endian bytes.
"""
import gzip
import json
import sys
from pathlib import Path

import h5py
import numcodecs
import numpy as np
import xarray as xr
import zarr
from numcodecs import Blosc, GZip, Zlib, Zstd

folder = Path(sys.argv[1])
random = np.random.default_rng(7)
answers = {}


def described(values, dims):
    return {
        "type": values.dtype.newbyteorder("=").name,
        "shape": list(values.shape),
        "dims": list(dims),
        "values": np.ascontiguousarray(values).astype(values.dtype.newbyteorder("<")).tobytes().hex(),
    }


def smooth(shape):
    """What compresses in part: a field in single precision steps with some noise in the last row."""
    values = np.round(np.sin(np.arange(np.prod(shape)) / 50.0) * 64).reshape(shape) / 64
    values[-1] = random.normal(size=shape[1:])
    return values


def version2():
    compressors = {"none": None, "zlib": Zlib(5), "gzip": GZip(5), "zstd": Zstd(3)}
    for name in ("lz4", "lz4hc", "zlib", "zstd"):
        for shuffle in (0, 1):
            compressors[f"blosc-{name}-{shuffle}"] = Blosc(cname=name, clevel=5, shuffle=shuffle)
    compressors["blosc-blocks"] = Blosc(cname="lz4", clevel=5, shuffle=1, blocksize=1000)
    compressors["blosc-stored"] = Blosc(cname="lz4", clevel=0, shuffle=1)
    for name, compressor in compressors.items():
        store = folder / f"v2-{name}.zarr"
        group = zarr.open_group(str(store), mode="w", zarr_version=2)
        group.attrs["title"] = "a test"
        values = {"f8": smooth((13, 7, 40)), "f4": smooth((50, 64)).astype("f4"), "i2": (1000 * smooth((5, 300))).astype("i2"), "u1": random.integers(0, 3, (700,), "u1")}
        for variable, array in values.items():
            chunks = tuple(max(1, (n + 1) // 2) for n in array.shape)
            group.create_dataset(variable, data=array, chunks=chunks, compressor=compressor)
        answers[store.name] = {variable: described(array, []) for variable, array in values.items()}

    store = folder / "v2-layouts.zarr"
    group = zarr.open_group(str(store), mode="w", zarr_version=2)
    made = {}

    def create(name, array, **options):
        group.create_dataset(name, data=array, **options)
        made[name] = described(array, [])

    create("fortran", smooth((9, 8, 7)), chunks=(4, 3, 5), order="F")
    create("big", smooth((6, 5)).astype(">f8"), chunks=(4, 4))
    create("slashes", smooth((6, 5)), chunks=(2, 2), dimension_separator="/")
    create("truths", random.random((17,)) < 0.5, chunks=(5,))
    create("scalar", np.array(42.5))
    create("wide", np.arange(10, dtype="i8") << 40, chunks=(100,))
    sparse = group.create_dataset("sparse", shape=(8, 8), chunks=(4, 4), dtype="f8", fill_value=-1.5)
    sparse[:3, :3] = 2.0
    made["sparse"] = described(sparse[:], [])
    inner = group.create_group("inner").create_dataset("deep", data=np.arange(6.0), chunks=(4,))
    made["inner/deep"] = described(inner[:], [])
    answers[store.name] = made

    store = folder / "v2-xarray.zarr"
    data = xr.Dataset(
        {"psi": (("time", "layer", "y", "x"), np.where(random.random((4, 2, 6, 8)) < 0.2, np.nan, smooth((4, 2, 6, 8))), {"units": "m2 s-1", "limits": [float("nan"), 1.0]})},
        coords={"time": ("time", np.array([0.9, 1.0, 1.9, 2.0])), "x": np.arange(8) * 0.5, "y": np.arange(6) * 1.0},
        attrs={"title": "xarray's"},
    )
    data.to_zarr(str(store), mode="w")
    answers[store.name] = {name: described(data[name].values, data[name].dims) for name in data.variables}


def crc32c(data):
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = (byte >> 1) ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    value = 0xFFFFFFFF
    for byte in data:
        value = (value >> 8) ^ table[(value ^ byte) & 255]
    return (value ^ 0xFFFFFFFF).to_bytes(4, "little")


encoders = {
    "gzip": gzip.compress,
    "zstd": lambda data: bytes(numcodecs.Zstd(1).encode(data)),
    "blosc": lambda data: bytes(Blosc(cname="zstd", shuffle=1).encode(np.frombuffer(data, "f8"))),
    "crc32c": lambda data: data + crc32c(data),
}


def write3(path, array, chunks, codecs=(), dims=None, endian="little", order=None, encoding="default", separator="/", fill=0.0, attributes=None):
    path.mkdir(parents=True)
    pipeline = [] if order is None else [{"name": "transpose", "configuration": {"order": list(order)}}]
    pipeline += [{"name": "bytes", "configuration": {"endian": endian}}, *({"name": codec, "configuration": {}} for codec in codecs)]
    names = {"float64": "float64", "float32": "float32", "int32": "int32", "bool": "bool"}
    metadata = {
        "zarr_format": 3, "node_type": "array", "shape": array.shape, "data_type": names[array.dtype.name],
        "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": chunks}},
        "chunk_key_encoding": {"name": encoding, "configuration": {"separator": separator}},
        "fill_value": fill, "codecs": pipeline, "attributes": attributes or {},
    }
    if dims is not None:
        metadata["dimension_names"] = dims
    (path / "zarr.json").write_text(json.dumps(metadata))
    for place in np.ndindex(*(-(-n // c) for n, c in zip(array.shape, chunks))):
        padded = np.full(chunks, float("nan") if fill == "NaN" else fill, array.dtype)
        part = array[tuple(slice(p * c, (p + 1) * c) for p, c in zip(place, chunks))]
        padded[tuple(slice(n) for n in part.shape)] = part
        if order is not None:
            padded = padded.transpose(order)
        data = np.ascontiguousarray(padded).astype(array.dtype.newbyteorder("<" if endian == "little" else ">")).tobytes()
        for codec in codecs:
            data = encoders[codec](data)
        keys = [str(p) for p in place]
        key = separator.join((["c"] if encoding == "default" else []) + keys) or "0"
        (path / key).parent.mkdir(parents=True, exist_ok=True)
        (path / key).write_bytes(data)


def version3():
    store = folder / "v3.zarr"
    store.mkdir()
    (store / "zarr.json").write_text(json.dumps({"zarr_format": 3, "node_type": "group", "attributes": {"title": "version 3", "nested": {"a": 1}}}))
    made = {}

    def create(name, array, chunks, **options):
        write3(store / name, array, chunks, **options)
        made[name] = described(array, options.get("dims") or [])

    create("plain", smooth((7, 9)), (3, 4), dims=["y", "x"])
    create("zstd", smooth((7, 9)), (3, 4), codecs=["zstd"], dims=["y", "x"])
    create("gzip", smooth((7, 9)), (3, 4), codecs=["gzip"], separator=".")
    create("summed", smooth((7, 9)), (7, 9), codecs=["zstd", "crc32c"])
    create("blosc", smooth((70, 9)), (30, 9), codecs=["blosc"])
    create("big", smooth((7, 9)), (3, 4), endian="big")
    create("transposed", smooth((5, 6, 7)), (2, 3, 4), order=(2, 0, 1))
    create("old-names", smooth((7, 9)), (3, 4), encoding="v2", separator=".")
    create("scalar", np.array(1.5), ())
    create("whole", np.arange(5, dtype="i4"), (5,), fill=0)
    create("truths", np.array([True, False, True]), (2,), fill=False)
    create("missing", np.array([1.0, np.nan, 3.0]), (3,), fill="NaN", attributes={"_FillValue": "AAAAAAAA+H8=", "units": "m"}, dims=[None])
    made["missing"]["dims"] = []
    answers[store.name] = made


def hdf5():
    """Chunks of HDF5's registered filters for Zstandard and Blosc, compressed here, as Debian's HDF5 has neither."""
    path = folder / "filters.h5"
    array = smooth((8, 500))
    made = {}
    with h5py.File(path, "w") as file:
        for name, (number, encode) in {"zstd": (32015, lambda data: Zstd(3).encode(data)), "blosc": (32001, lambda data: Blosc(cname="lz4", shuffle=1).encode(data))}.items():
            properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
            properties.set_chunk((4, 500))
            properties.set_filter(number, h5py.h5z.FLAG_OPTIONAL, ())
            data = h5py.h5d.create(file.id, name.encode(), h5py.h5t.NATIVE_DOUBLE, h5py.h5s.create_simple(array.shape), properties)
            for row in (0, 4):
                data.write_direct_chunk((row, 0), bytes(encode(np.ascontiguousarray(array[row:row + 4]))))
            made[name] = described(array, [])
    answers[path.name] = made


version2()
version3()
hdf5()
(folder / "answers.json").write_text(json.dumps(answers))
