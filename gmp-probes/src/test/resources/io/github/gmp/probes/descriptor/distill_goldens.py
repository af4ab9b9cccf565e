#!/usr/bin/env python3
"""Distills reference values of GMP features for the tests.

Usage: distill_goldens.py GOLDENS_FOLDER OUTPUT_FOLDER

Input: gmp_water.json and gmp_cu_fcc_distorted_periodic.json, printed by the reference codes (each variant names its
source and commit). Kept: one variant per formula, derivatives of the first two centers only. Group (3,2) of the paper's
group norm carries a spurious factor in the code of the paper; its columns are taken from the corrected code.
Only the Python standard library is needed.
"""
import json
import pathlib
import sys

KEEP = ("paper1_GMP_derivfn", "GMPOrderNorm_solid_square", "GMPOrderNorm_surface_square")
CENTERS = 2


def round_all(value):
    """15 significant digits: well beyond the tolerance of 1e-10."""
    if isinstance(value, list):
        return [round_all(v) for v in value]
    return float(f"{value:.15g}") if isinstance(value, float) else value


def repair(variant, corrected):
    columns = [json.dumps(c, sort_keys=True) for c in corrected["feature_list"]]
    for k, column in enumerate(variant["feature_list"]):
        if column["order"] == 3 and column["group"] == 2:
            source = columns.index(json.dumps(column, sort_keys=True))
            for row, right in zip(variant["features"], corrected["features"]):
                row[k] = right[source]
            for center, right in zip(variant["derivatives"], corrected["derivatives"]):
                center[k] = right[source]
    variant["name"] = "group_norm"
    variant["source"] += "; group (3,2) from " + corrected["source"]


def main(goldens, output):
    for name in ("gmp_water.json", "gmp_cu_fcc_distorted_periodic.json"):
        data = json.loads((pathlib.Path(goldens) / name).read_text(encoding="utf-8"))
        by_name = {v["name"]: v for v in data["variants"]}
        repair(by_name["paper1_GMP_derivfn"], by_name["master_GMP_rs1_derivfn"])
        data["variants"] = [by_name[k] for k in KEEP]
        data["derivative_centres"] = data["derivative_centres"][:CENTERS]
        for variant in data["variants"]:
            variant["features"] = round_all(variant["features"])
            variant["derivatives"] = round_all(variant["derivatives"][:CENTERS])
        text = json.dumps(data, separators=(",", ":"))
        (pathlib.Path(output) / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
