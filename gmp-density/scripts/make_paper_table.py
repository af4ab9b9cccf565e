#!/usr/bin/env python3
"""Writes the built-in density table `paper` from the Gaussian tables of the GMP paper.

Usage: make_paper_table.py TABLES.json OUTPUT.json

TABLES.json holds the tables as published with the test scripts of arXiv:2102.02390
(github.com/ray38/GMP_AmpTorch_Tests, valence_gaussians/*.g) under
gmp_amptorch_tests -> elements -> SYMBOL -> gaussians: rows [B, beta], B in e/A^3, beta in A^-2.
Only the Python standard library is needed.
"""
import json
import math
import sys

SYMBOLS = (
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo "
    "Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl "
    "Pb Bi"
).split()


def main(tables, output):
    with open(tables, encoding="utf-8") as file:
        source = json.load(file)["gmp_amptorch_tests"]
    lines = []
    for symbol, entry in sorted(source["elements"].items(), key=lambda item: SYMBOLS.index(item[0])):
        integral = sum(b * (math.pi / beta) ** 1.5 for b, beta in entry["gaussians"])
        # The tables were fitted to pseudo-valence densities but not constrained to them: the nearest whole number is
        # the number of valence electrons of the pseudopotential.
        rows = ", ".join(f"[{b!r}, {beta!r}]" for b, beta in entry["gaussians"])
        lines.append(f'    "{symbol}": {{"electrons": {round(integral)}, "gaussians": [{rows}]}}')
    header = {
        "format": "gmp-gaussian-table",
        "description": "Valence electron densities of isolated atoms, rho(r) = sum_k B_k exp(-beta_k r^2); "
        "rows of gaussians are [B, beta]",
        "units": {"amplitude": "e/angstrom^3", "exponent": "1/angstrom^2"},
        "source": "X. Lei and A. J. Medford, arXiv:2102.02390; valence_gaussians of github.com/ray38/GMP_AmpTorch_Tests, "
        f"commit {source['commit']}; fitted there to SG15 ONCV PBE pseudo-valence densities "
        "(doi:10.1016/j.cpc.2015.05.011)",
        "note": "Kept as published, for comparison with the paper. Known weaknesses: H and Li have only 2 Gaussians "
        "(features off by 2 to 60 % against the fitted densities); the number of electrons was not constrained "
        "(integrals are low by up to 4 %: Cs, Ba, Li, Rb, K, Sr); Gaussians of nearly equal exponents cancel strongly "
        "(sum |N_k| / N up to 21,700 for Al), which costs up to 5 of 16 digits; Hf and Ta leave the 4f shell to the core.",
    }
    with open(output, "w", encoding="utf-8", newline="\n") as file:
        file.write("{\n")
        for key, value in header.items():
            file.write(f"  {json.dumps(key)}: {json.dumps(value)},\n")
        file.write('  "elements": {\n' + ",\n".join(lines) + "\n  }\n}\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
