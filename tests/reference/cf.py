"""Independent judge of the CF conventions: what xarray and cftime make of times, calendars and packed values.

usage: cf.py dates OUT.json QUESTIONS.json      [[value, units, calendar], ...] -> [[y, m, d, h, min, s, us], ...]
       cf.py decoded OUT.json FILE ...          every variable, masked and scaled, as hexadecimal little-endian float64
"""
import json
import sys

import numpy as np


def dates(questions):
    import cftime

    answers = []
    for value, units, calendar in questions:
        d = cftime.num2date(value, units, calendar=calendar, only_use_cftime_datetimes=True)
        answers.append([d.year, d.month, d.day, d.hour, d.minute, d.second, d.microsecond])
    return answers


def decoded(paths):
    import xarray

    answers = []
    for path in paths:
        with xarray.open_dataset(path, decode_times=False) as data:
            numeric = {name: v for name, v in data.variables.items() if v.dtype.kind in "fiub"}
            answers.append({name: v.values.astype("<f8").tobytes().hex() for name, v in numeric.items()})
    return answers


work, out, *rest = sys.argv[1:]
result = dates(json.load(open(rest[0]))) if work == "dates" else decoded(rest)
with open(out, "w") as file:
    json.dump(result, file)
