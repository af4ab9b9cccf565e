"""Read a file back and test it: counts, duplicates, distances, forces, stress.

Forces of two random frames (and the stress of periodic ones) are compared with
five-point finite differences of the energy, from xtb or from the formula.
"""
import math
import random
from collections import Counter
from pathlib import Path

from . import copper, extxyz, xtb

FORCE_STEP, STRAIN_STEP = 0.002, 0.0005       # Angstrom, none
WEIGHTS = ((-2, 1 / 12), (-1, -8 / 12), (1, 8 / 12), (2, -1 / 12))


def energy_at(frame, positions, lattice, work):
    """Energy of a frame with other positions or another cell."""
    if lattice:
        return copper.label(lattice, positions)[0]
    return xtb.single_point(Path(work) / "check", frame.symbols, positions).energy


def force_error(frame, rng, work, components=6):
    """(largest, relative) deviation of random force components from -dE/dx.

    Relative means the norm of the deviations over the norm of the forces.
    """
    count = len(frame.symbols)
    chosen = rng.sample([(i, k) for i in range(count) for k in range(3)],
                        min(components, 3 * count))
    pairs = []
    for i, k in chosen:
        slope = 0.0
        for multiple, weight in WEIGHTS:
            positions = [list(p) for p in frame.positions]
            positions[i][k] += multiple * FORCE_STEP
            slope += weight * energy_at(frame, positions, frame.lattice, work) / FORCE_STEP
        pairs.append((-slope, frame.forces[i][k]))
    return deviation(pairs)


def stress_error(frame, work):
    """(largest, relative) deviation of the six stress components from (1/V) dE/d(strain)."""
    volume = abs(copper.determinant(frame.lattice))
    pairs = []
    for a in range(3):
        for b in range(a, 3):
            slope = 0.0
            for multiple, weight in WEIGHTS:
                strain = [[0.0] * 3 for _ in range(3)]
                strain[a][b] += 0.5 * multiple * STRAIN_STEP
                strain[b][a] += 0.5 * multiple * STRAIN_STEP
                slope += weight / STRAIN_STEP * energy_at(
                    frame, copper.deform(frame.positions, strain),
                    copper.deform(frame.lattice, strain), work)
            pairs.append((slope / volume, frame.stress[a][b]))
    return deviation(pairs)


def deviation(pairs):
    """Largest and relative deviation of (estimate, value) pairs."""
    difference = math.sqrt(sum((x - y) ** 2 for x, y in pairs))
    norm = math.sqrt(sum(y * y for _, y in pairs))
    return max(abs(x - y) for x, y in pairs), difference / norm if norm else 0.0


def shortest(frame):
    """(distance, element pair) of the closest two atoms, images included if periodic."""
    cells = [(0.0, 0.0, 0.0)]
    if frame.lattice:
        cells = [tuple(sum(n * v[k] for n, v in zip((a, b, c), frame.lattice)) for k in range(3))
                 for a in (-1, 0, 1) for b in (-1, 0, 1) for c in (-1, 0, 1)]
    best = (math.inf, "")
    for j, q in enumerate(frame.positions):
        for i, p in enumerate(frame.positions[:j]):
            for s in cells:
                r = math.dist(p, [x + y for x, y in zip(q, s)])
                if r < best[0]:
                    best = (r, "-".join(sorted((frame.symbols[i], frame.symbols[j]))))
    return best


def spread(values):
    """Least, mean, greatest and standard deviation as text."""
    mean = sum(values) / len(values)
    sigma = math.sqrt(sum((v - mean) ** 2 for v in values) / len(values))
    return "%.4f .. %.4f, mean %.4f, sd %.4f" % (min(values), max(values), mean, sigma)


def check(path, seed, work):
    """Print the figures of one file; False if something is wrong with it."""
    frames = extxyz.read(path)
    text = "".join(map(extxyz.format_frame, frames))
    with (extxyz.gzip.open if path.suffix == ".gz" else open)(path, "rt") as lines:
        verbatim = lines.read() == text
    print("%s: %d bytes, %d frames, %d atoms" % (
        path.name, path.stat().st_size, len(frames), sum(len(f.symbols) for f in frames)))
    print("  reads back and prints the same: %s" % verbatim)
    for key in ("config_type", "sample", "replica", "temperature"):
        counts = Counter(f.info[key] for f in frames if key in f.info)
        if counts:
            print("  frames by %s: %s" % (key, dict(counts)))
    print("  frames with each element: %s"
          % dict(Counter(s for f in frames for s in sorted(set(f.symbols))).most_common()))
    molecules = {f.info["molecule"]: f for f in frames
                 if "molecule" in f.info and len(f.symbols) > 1}
    if molecules:
        print("  molecules: %d, %s; with each element: %s; atoms: %d .. %d" % (
            len(molecules), dict(Counter(f.info["config_type"] for f in molecules.values())),
            dict(Counter(s for f in molecules.values() for s in set(f.symbols)).most_common()),
            min(len(f.symbols) for f in molecules.values()),
            max(len(f.symbols) for f in molecules.values())))
    print("  energy (eV): " + spread([f.energy for f in frames]))
    for kelvin in sorted({f.info["temperature"] for f in frames if "temperature" in f.info}):
        print("  energy (eV) at %s K: %s" % (kelvin, spread(
            [f.energy for f in frames if f.info.get("temperature") == kelvin])))
    forces = [x for f in frames for row in f.forces for x in row]
    print("  force components (eV/Å): %s; largest force %.4f" % (
        spread(forces), max(math.hypot(*row) for f in frames for row in f.forces)))
    if frames[0].stress:
        print("  stress components (eV/Å³): %s" % spread(
            [x for f in frames for row in f.stress for x in row]))
    net = max(abs(sum(row[k] for row in f.forces)) for f in frames for k in range(3))
    print("  largest component of a net force: %.1e eV/Å" % net)
    twins = len(frames) - len({(tuple(f.symbols), tuple(map(tuple, f.positions)), str(f.lattice))
                               for f in frames})
    twins += len(frames) - len({(tuple(f.symbols), f.energy) for f in frames})
    print("  duplicate geometries or energies: %d" % twins)
    print("  shortest distance: %.4f A (%s)" % min(map(shortest, frames)))
    rng, worst = random.Random("check %d" % seed), 0.0
    several = [n for n, f in enumerate(frames) if len(f.symbols) > 1
               and f.info.get("sample") != "minimum"]
    for number in sorted(rng.sample(several, 2)):
        largest, relative = force_error(frames[number], rng, work)
        worst = max(worst, relative)
        print("  frame %d: forces against finite differences: %.1e eV/Å, relative %.1e"
              % (number, largest, relative))
        if frames[number].stress:
            largest, relative = stress_error(frames[number], work)
            worst = max(worst, relative)
            print("  frame %d: stress against finite differences: %.1e eV/Å³, relative %.1e"
                  % (number, largest, relative))
    good = verbatim and twins == 0 and net < 1e-5 and worst < 1e-3
    print("  " + ("good" if good else "NOT GOOD"))
    return good
