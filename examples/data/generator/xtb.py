"""Calling the external programs xtb and obabel.

Every call runs in a directory of its own below a temporary directory, with one
thread, so that calls neither disturb nor depend on one another.
"""
import math
import os
import re
import shutil
import subprocess
from pathlib import Path

from .extxyz import Frame, rounded

HARTREE = 27.211386245988      # eV, CODATA 2018
BOHR = 0.529177210903          # Angstrom, CODATA 2018
KELVIN = 3.166811563e-6        # Boltzmann constant in hartree/K, CODATA 2018
DALTON = 1822.888486209        # electron masses, CODATA 2018
MASS = {"H": 1.008, "C": 12.011, "N": 14.007, "O": 15.999,
        "F": 18.998, "S": 32.06, "Cl": 35.45}
# Covalent radii in Angstrom (Cordero et al. 2008).
RADIUS = {"H": 0.31, "C": 0.76, "N": 0.71, "O": 0.66, "F": 0.57, "S": 1.05, "Cl": 1.02}
# Tighter than xtb's default of 1.0: energies and gradients repeat to about 1e-9 hartree.
ACCURACY = "0.01"


class Failed(Exception):
    """An external program ended badly; the caller skips the item and counts it."""


# What a failed or half-finished xtb run may cause when its files are read.
PROBLEMS = (Failed, OSError, ValueError, IndexError)


def run(command, cwd, timeout=3600):
    """Run one command with one thread; return its output or raise Failed."""
    env = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1",
               MKL_NUM_THREADS="1", OMP_STACKSIZE="1G")
    try:
        done = subprocess.run(command, cwd=cwd, env=env, timeout=timeout, text=True,
                              errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except subprocess.TimeoutExpired as error:
        raise Failed("%s took longer than %d s" % (command[0], timeout)) from error
    if done.returncode != 0:
        raise Failed("%s ended with code %d" % (" ".join(command[:4]), done.returncode))
    return done.stdout


def require(*programs):
    """Stop with a helpful sentence when an external program is absent."""
    for program in programs:
        if shutil.which(program) is None:
            raise SystemExit("generate.py needs the program '%s' (Debian: apt-get install %s)"
                             % (program, {"obabel": "openbabel"}.get(program, program)))


def versions():
    """Version strings of the external programs that are installed."""
    found = []
    for command, pattern in ((["xtb", "--version"], r"xtb version \S+"),
                             (["obabel", "-V"], r"Open Babel \S+")):
        if shutil.which(command[0]):
            match = re.search(pattern, run(command, None))
            found.append(match.group(0) if match else command[0] + " (unknown version)")
    return found


def fresh(directory):
    """An empty directory (old xtb files would otherwise be used for a restart)."""
    shutil.rmtree(directory, ignore_errors=True)
    os.makedirs(directory)
    return Path(directory)


def write_coord(path, symbols, positions):
    """Turbomole coordinates in bohr, so that our conversion constant is the one in force."""
    rows = ["%22.14f %22.14f %22.14f  %s" % (*(x / BOHR for x in p), s.lower())
            for s, p in zip(symbols, positions)]
    Path(path).write_text("$coord\n" + "\n".join(rows) + "\n$end\n")


def single_point(directory, symbols, positions, unpaired=0, **info):
    """GFN2-xTB energy and forces at the positions as printed; a labeled Frame."""
    directory = fresh(directory)
    positions = rounded(positions)
    write_coord(directory / "coord", symbols, positions)
    run(["xtb", "coord", "--gfn", "2", "--grad", "--acc", ACCURACY, "--norestart",
         "--uhf", str(unpaired)], directory, 300)
    engrad = [line for line in (directory / "coord.engrad").read_text().split("\n")
              if line.strip() and not line.startswith("#")]
    values = [float(line) for line in engrad[1:2 + 3 * len(symbols)]]
    factor = -HARTREE / BOHR
    forces = [tuple(factor * g for g in values[i:i + 3]) for i in range(1, len(values), 3)]
    if len(forces) != len(symbols) or not all(map(math.isfinite, values)):
        raise Failed("unreadable xtb gradient")
    return Frame(list(symbols), positions, values[0] * HARTREE, forces, dict(info))


def read_xyz(path):
    """Plain XYZ file with one or more frames: [(symbols, positions)]."""
    lines = Path(path).read_text().split("\n")
    frames, at = [], 0
    while at < len(lines) and lines[at].strip():
        count = int(lines[at])
        rows = [line.split() for line in lines[at + 2:at + 2 + count]]
        frames.append(([r[0].capitalize() for r in rows],
                       [tuple(map(float, r[1:4])) for r in rows]))
        at += 2 + count
    return frames


def build(directory, smiles):
    """SMILES -> force-field geometry by Open Babel (which seeds itself with the clock)."""
    directory = fresh(directory)
    run(["obabel", "-:" + smiles, "--gen3d", "-oxyz", "-O", "built.xyz"], directory, 30)
    frames = read_xyz(directory / "built.xyz")
    if not frames or min(distances(frames[0][1]).values(), default=0.0) < 0.6:
        raise Failed("obabel built no geometry")
    return frames[0]


def optimize(directory, symbols, positions):
    """GFN2-xTB minimum near a geometry."""
    directory = fresh(directory)
    write_coord(directory / "coord", symbols, positions)
    run(["xtb", "coord", "--gfn", "2", "--opt", "tight", "--norestart"], directory, 300)
    if not (directory / "xtbopt.coord").exists():
        raise Failed("no optimized geometry")
    rows = [line.split() for line in (directory / "xtbopt.coord").read_text().split("\n")]
    rows = [r for r in rows if len(r) == 4 and r[3].isalpha()]
    return list(symbols), [tuple(float(x) * BOHR for x in r[:3]) for r in rows]


def dynamics(directory, symbols, positions, kelvin, steps, dump, rng, step=1.0):
    """Unconstrained GFN2-xTB MD (Berendsen); positions at 0, dump, 2*dump, ... fs.

    xtb would draw its start velocities from an unseeded generator, therefore we
    draw them here and hand them over as a restart file.  Start is a minimum, so
    twice the kinetic energy is given; half of it goes into the potential.
    """
    directory = fresh(directory)
    count = len(symbols)
    write_coord(directory / "coord", symbols, positions)
    velocities = [[rng.gauss(0.0, math.sqrt(2.0 * kelvin * KELVIN / (MASS[s] * DALTON)))
                   for _ in range(3)] for s in symbols]
    total = sum(MASS[s] for s in symbols)
    drift = [sum(MASS[s] * v[k] for s, v in zip(symbols, velocities)) / total for k in range(3)]
    rows = ["%22.14E%22.14E%22.14E%22.14E%22.14E%22.14E" % (
        *(x / BOHR for x in p), *(v[k] - drift[k] for k in range(3)))
        for p, v in zip(positions, velocities)]
    (directory / "mdrestart").write_text(" -1.0\n" + "\n".join(rows) + "\n")
    # xtb removes overall translation and rotation at every step but divides the kinetic
    # energy by 3N degrees of freedom; the 3N-6 that move would be too hot without the factor.
    # hmass=0: natural hydrogen mass; shake=0: no bond is held fixed.
    bath = kelvin * max(3 * count - 6, 1) / (3 * count)
    (directory / "md.inp").write_text(
        "$md\n temp=%.4f\n time=%.6f\n step=%.3f\n dump=%.3f\n velo=false\n nvt=true\n"
        " hmass=0\n shake=0\n sccacc=1.0\n restart=true\n$end\n"
        % (bath, (steps + 0.5) * step / 1000.0, step, dump))
    run(["xtb", "coord", "--gfn", "2", "--md", "--input", "md.inp", "--norestart"],
        directory, 24 * 3600)
    return [p for _, p in read_xyz(directory / "xtb.trj")]


def distances(positions):
    """All pair distances {(i, j): r} in Angstrom, i < j, without periodicity."""
    return {(i, j): math.dist(positions[i], positions[j])
            for j in range(len(positions)) for i in range(j)}


def intact(symbols, positions, reference):
    """True if no bond of the reference geometry broke and no atoms fell together."""
    now, then = distances(positions), distances(reference)
    for (i, j), r in now.items():
        bonded = then[i, j] < 1.3 * (RADIUS[symbols[i]] + RADIUS[symbols[j]])
        if r < 0.6 or (bonded and r > 1.4 * then[i, j]):
            return False
        if not bonded and r < 0.95 * (RADIUS[symbols[i]] + RADIUS[symbols[j]]):
            return False
    return True
