"""Independent judge of safetensors files, numpy alone, from the public description of the format:
8 bytes little-endian length of the header, a JSON header, then the tensors' bytes.

usage: safetensors_reader.py OUT.json FILE
Values are what they mean in double precision, as hexadecimal bytes: F16 by numpy, BF16 as the upper half of a float32.
"""
import json
import struct
import sys

import numpy as np

TYPES = {"BOOL": "?", "U8": "u1", "I8": "i1", "U16": "<u2", "I16": "<i2", "F16": "<f2", "BF16": "<u2", "U32": "<u4", "I32": "<i4",
         "F32": "<f4", "U64": "<u8", "I64": "<i8", "F64": "<f8"}


def read(path):
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack("<Q", content[:8])
    assert length % 8 == 0 and content[8:9] == b"{", "the header is aligned and begins with a brace"
    header = json.loads(content[8:8 + length])
    data = content[8 + length:]
    metadata = header.pop("__metadata__", {})
    assert all(isinstance(text, str) for text in metadata.values())
    tensors, covered = {}, 0
    for name, entry in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        begin, end = entry["data_offsets"]
        assert begin == covered, f"{name} leaves a gap"
        covered = end
        values = np.frombuffer(data[begin:end], TYPES[entry["dtype"]])
        assert begin % values.dtype.itemsize == 0, f"{name} is not aligned"
        if entry["dtype"] == "BF16":
            values = (values.astype("<u4") << 16).view("<f4")
        assert values.size == int(np.prod(entry["shape"], dtype=np.int64)), name
        tensors[name] = {"dtype": entry["dtype"], "shape": entry["shape"], "values": values.astype("<f8").tobytes().hex()}
    assert covered == len(data), "the tensors fill the file"
    return {"metadata": metadata, "tensors": tensors}


with open(sys.argv[1], "w") as out:
    json.dump(read(sys.argv[2]), out)
