"""Asks Residuum what a project's solver is missing, and opens the corrected model's forecast with xarray."""
import json
import os
import subprocess
import sys

import xarray as xr

RESIDUUM = os.environ.get("RESIDUUM", "residuum")  # the tool, if it is not on the path


def residuum(*words):
    """Runs the tool; its result as JSON. Errors are one line on standard error."""
    run = subprocess.run([RESIDUUM, *words, "--json", "--quiet"], stdout=subprocess.PIPE, text=True)
    if run.returncode not in (0, 3):  # 3: there is a result, and it does not hold
        sys.exit(run.returncode)
    return json.loads(run.stdout)


result = residuum("discover", "run", sys.argv[1])
print(result["sentence"])
for field in result["fields"]:
    for term in field["terms"]:
        print(f'{field["field"]}: {term["coefficient"]:+.4f} ± {term["standardError"]:.4f}  {term["name"]}')

if result["verdict"] == "found":
    run = os.path.basename(result["run"]).split("-")[-1]
    residuum("discover", "predict", run, "--intervals", "50", "--output", "forecast.nc")
    with xr.open_dataset("forecast.nc") as forecast:
        print(forecast)
        u = forecast["u"]
        print(f"energy from {float((u[0] ** 2).mean()):.3f} to {float((u[-1] ** 2).mean()):.3f}")
