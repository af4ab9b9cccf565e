#!/usr/bin/env python3
"""Distills the reference values of the AMPTorch symmetry function code into test resources.

usage: distill_goldens.py GOLDENS_FOLDER RESOURCES_FOLDER

Keeps the structures, the function lists, the features and the derivatives of water and of periodic, distorted fcc Cu
(the second code, n2p2, agrees with them to 5e-15), with every digit, without white space.
"""
import json
import pathlib
import sys

KEEP = ["structure", "symbols", "positions_A", "cell_A_rows", "pbc", "cutoff_A", "source", "derivative_centres"]


def distill(source, target):
    golden = json.loads(source.read_text())
    result = {key: golden[key] for key in KEEP}
    result["sets"] = {
        name: {key: values[key] for key in ("feature_list", "features", "derivatives")}
        for name, values in golden["sets"].items()
    }
    target.write_text(json.dumps(result, separators=(",", ":")) + "\n")


def main():
    goldens, resources = map(pathlib.Path, sys.argv[1:3])
    for structure in ("water", "cu_fcc_distorted_periodic"):
        name = f"bp_amptorch_{structure}.json"
        distill(goldens / name, resources / name)


if __name__ == "__main__":
    main()
