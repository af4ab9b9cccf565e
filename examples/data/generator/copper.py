"""A periodic toy set: copper cells with the Lennard-Jones formula, no electronic structure.

u(r) = 4 eps [(sigma/r)^12 - (sigma/r)^6] s(r), where s falls from 1 at SWITCH to
0 at CUTOFF as the quintic 1 - 10 x^3 + 15 x^4 - 6 x^5, x = (r - SWITCH) / (CUTOFF
- SWITCH); energy, force and stress are therefore continuous with two derivatives
of u.  Cells are fcc, 2 x 2 x 2 cubes of 4 atoms, randomly strained, with randomly
displaced atoms.  Everything follows from the seed.
"""
import itertools
import math
import random

from . import extxyz

# Heinz, Vaia, Farmer, Naik, J. Phys. Chem. C 2008, 112, 17281: 4.72 kcal/mol, minimum at 2.616 Angstrom.
EPSILON = 4.72 * 0.0433641     # eV
SIGMA = 2.616 / 2 ** (1 / 6)   # Angstrom
SWITCH, CUTOFF = 4.5, 6.0      # Angstrom
CUBE = 3.615                   # Angstrom, fcc cube edge of copper


def pair(r):
    """u(r) and du/dr."""
    if r >= CUTOFF:
        return 0.0, 0.0
    six = (SIGMA / r) ** 6
    u, du = 4 * EPSILON * (six * six - six), 4 * EPSILON * (6 * six - 12 * six * six) / r
    if r <= SWITCH:
        return u, du
    width = CUTOFF - SWITCH
    x = (r - SWITCH) / width
    s = 1 - 10 * x ** 3 + 15 * x ** 4 - 6 * x ** 5
    ds = (-30 * x ** 2 + 60 * x ** 3 - 30 * x ** 4) / width
    return u * s, du * s + u * ds


def label(lattice, positions):
    """Energy (eV), forces (eV/Å), stress (eV/Å³) of the periodic cell.

    Stress is (1/V) dE/d(strain).  Images up to two cells away are visited, which
    is enough for CUTOFF as long as the cells stay thicker than 6 Angstrom.
    """
    count = len(positions)
    energy, forces = 0.0, [[0.0] * 3 for _ in range(count)]
    virial = [[0.0] * 3 for _ in range(3)]
    shifts = [[sum(n * vector[k] for n, vector in zip(cell, lattice)) for k in range(3)]
              for cell in itertools.product(range(-2, 3), repeat=3)]
    for i, j in itertools.product(range(count), repeat=2):
        base = [b - a for a, b in zip(positions[i], positions[j])]
        for shift in shifts:
            d = [b + s for b, s in zip(base, shift)]
            square = d[0] * d[0] + d[1] * d[1] + d[2] * d[2]
            if not 0.0 < square < CUTOFF * CUTOFF:
                continue
            r = math.sqrt(square)
            u, du = pair(r)
            energy += 0.5 * u                      # every pair is visited from both ends
            for a in range(3):
                forces[i][a] += du * d[a] / r
                for b in range(3):
                    virial[a][b] += 0.5 * du * d[a] * d[b] / r
    volume = abs(determinant(lattice))
    return energy, [tuple(f) for f in forces], [[v / volume for v in row] for row in virial]


def determinant(m):
    """Of a 3x3 matrix."""
    return sum(m[0][i] * (m[1][(i + 1) % 3] * m[2][(i + 2) % 3]
                          - m[1][(i + 2) % 3] * m[2][(i + 1) % 3]) for i in range(3))


def deform(rows, strain):
    """Row vectors multiplied by (1 + strain)."""
    return [tuple(v[k] + sum(v[m] * strain[m][k] for m in range(3)) for k in range(3))
            for v in rows]


def cell(rng):
    """One random cell: strain to 3 % (shear 2 %), displacements of 0.02-0.09 Angstrom."""
    strain = [[0.0] * 3 for _ in range(3)]
    for a in range(3):
        for b in range(a, 3):
            strain[a][b] = strain[b][a] = rng.uniform(-0.03, 0.03) if a == b \
                else rng.uniform(-0.02, 0.02)
    edge = 2 * CUBE
    lattice = [(edge, 0.0, 0.0), (0.0, edge, 0.0), (0.0, 0.0, edge)]
    basis = [(0, 0, 0), (0, 0.5, 0.5), (0.5, 0, 0.5), (0.5, 0.5, 0)]
    sites = [tuple(CUBE * (n + b) for n, b in zip(cube, site))
             for cube in itertools.product(range(2), repeat=3) for site in basis]
    width = rng.uniform(0.02, 0.09)
    moved = [tuple(x + rng.gauss(0.0, width) for x in p) for p in deform(sites, strain)]
    return extxyz.rounded(deform(lattice, strain)), extxyz.rounded(moved), width


def generate(options, work, say):
    """Write all cells; ``work`` and ``--jobs`` are not needed, the formula is cheap."""
    frames = []
    for number in range(options.frames):
        rng = random.Random("copper %d %d" % (options.seed, number))
        lattice, positions, width = cell(rng)
        energy, forces, stress = label(lattice, positions)
        frames.append(extxyz.Frame(["Cu"] * len(positions), positions, energy, forces,
                                   {"config_type": "lennard-jones-copper", "cell": number,
                                    "displacement": "%.4f" % width}, lattice, stress))
        if (number + 1) % 25 == 0:
            say("%d of %d cells" % (number + 1, options.frames))
    extxyz.write(options.out / "periodic-toy.extxyz.gz", frames)
    return frames
