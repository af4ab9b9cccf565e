#!/usr/bin/env python3
"""Writes the built-in density table `sg15` and its quality table in docs/densities.md.

Usage: make_sg15_table.py DENSITIES [--threads N] [--plots DIR]

DENSITIES is a folder with
  sg15-extended/radial-densities.csv.gz   4 pi r^2 rho of the SG15 ONCV PBE atoms, recomputed to 20 bohr
  upf/*.upf                               the pseudopotentials: their z_valence and densities (to 6 bohr) are compared
Only `gmp density fit` (built on first use) and the Python standard library are needed. Takes some minutes.
"""
import argparse
import json
import os
import subprocess
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
TABLE = os.path.join(ROOT, "gmp-density/src/main/resources/io/github/gmp/density/sg15.json")
PAGE = os.path.join(ROOT, "docs/densities.md")
BEGIN = "<!-- made by gmp-density/scripts/make_sg15_table.py -->"
END = "<!-- end -->"

SOURCE = (
    "Valence densities of the SG15 ONCV PBE pseudopotentials, M. Schlipf and F. Gygi, Comput. Phys. Commun. 196, 36 (2015), "
    "doi:10.1016/j.cpc.2015.05.011; D. R. Hamann, Phys. Rev. B 88, 085117 (2013); recomputed to 20 bohr, because the files end at "
    "6 bohr, where Cs still has 4 % of its electrons outside"
)
LICENSE = (
    "CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/; pseudopotentials copyright 2015 The Regents of the University of "
    "California; changed: Gaussians were fitted to the densities"
)
VERSIONS = (
    "Hf, Ta and W are those of version 1.1, which leaves the 4f shell to the core (12, 13 and 14 electrons; version 1.0 has 26, 27 and "
    "28): the other transition metals of the row do so too. Ga and Ge have wider error limits, because no fit with up to 8 Gaussians and "
    "cancellation up to 15 was found to reach 0.01; Sn, Sb, Te and Pb have narrower ones, because fits with 6 Gaussians that reach 0.01 have to "
    "give up accuracy to stay positive at the nucleus"
)
ERRORS = {"Ga": 0.014, "Ge": 0.011, "Sn": 0.005, "Sb": 0.005, "Te": 0.005, "Pb": 0.005}


def fit(arguments):
    command = [
        os.path.join(ROOT, "gmp"),
        "density",
        "fit",
        "sg15-extended/radial-densities.csv.gz",
        "--check",
        "upf",
        "--error",
        "0.01",
        "--out",
        TABLE,
    ]
    for element, error in ERRORS.items():
        command += ["--error-for", f"{element}={error}"]
    for key, text in (("source", SOURCE), ("license", LICENSE), ("versions", VERSIONS)):
        command += ["--note", f"{key}={text}"]
    if arguments.threads:
        command += ["--threads", str(arguments.threads)]
    if arguments.plots:
        command += ["--plots", os.path.abspath(arguments.plots)]
    # Relative names of inputs are what the table records.
    return subprocess.run(command, cwd=arguments.densities).returncode


def quality():
    with open(TABLE, encoding="utf-8") as file:
        elements = json.load(file)["elements"]
    lines = ["| element | electrons | K | L1 | L2 | cancellation | smallest ρ (e/Å³) | data |", "|---|---|---|---|---|---|---|---|"]
    for symbol, entry in elements.items():
        measured = entry["fit"]
        lines.append(
            f"| {symbol} | {entry['electrons']} | {len(entry['gaussians'])} | {measured['L1']:.4f} | {measured['L2']:.4f} "
            f"| {measured['cancellation']:.2f} | {measured['minimum']:.1e} | {measured['data']} |"
        )
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    before, rest = page.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    with open(PAGE, "w", encoding="utf-8", newline="\n") as file:
        file.write(before + BEGIN + "\n" + "\n".join(lines) + "\n" + END + after)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("densities")
    parser.add_argument("--threads", type=int)
    parser.add_argument("--plots")
    arguments = parser.parse_args()
    code = fit(arguments)
    if code != 0:
        sys.exit(code)
    quality()


if __name__ == "__main__":
    main()
