"""How a peer takes part in bench/compare: it loads the shared input once, then answers one line per measurement.

Request:  WORK REPETITIONS
Answer:   {"seconds": per repetition, "check": a number that both sides must agree on}
"""

import json
import sys
import time


def serve(about, works):
    """Answers requests until the input ends. `works` maps a name to the work and to what makes its result one number."""
    print(json.dumps({"peer": about}), flush=True)
    for line in sys.stdin:
        name, repetitions = line.split()
        work, check = works[name]
        start = time.perf_counter()
        for _ in range(int(repetitions)):
            result = work()
        seconds = (time.perf_counter() - start) / int(repetitions)
        print(json.dumps({"seconds": seconds, "check": float(check(result))}), flush=True)


def about_numpy():
    """Version of numpy and of the BLAS that it really loaded: without OpenBLAS it would be seven times slower."""
    import numpy

    with open("/proc/self/maps") as maps:
        blas = next((line.split("/", 1)[1].strip() for line in maps if "blas" in line and ".so.3" in line), "no BLAS")
    return f"numpy {numpy.__version__} with {blas}, Python {sys.version.split()[0]}"
