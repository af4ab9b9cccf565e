"""Many small molecules over H C N O F S Cl: a GFN2-xTB minimum and thermal frames of each."""
import random
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import extxyz, molecule_list, xtb

KELVIN = 400
FIRST_FS, SPACING_FS = 80, 80
MIN_ATOMS, MAX_ATOMS = 3, 20
# Unpaired electrons in the ground state of the isolated atoms.
ATOMS = {"H": 1, "C": 2, "N": 3, "O": 2, "F": 1, "S": 2, "Cl": 1}


def select(wanted, seed, work):
    """The SMILES to do: all written-out ones, then table entries drawn by the seed.

    Molecules that Open Babel writes alike are one molecule.  Small ``wanted``
    takes an even draw from everything, so that a test run sees fluorine too.
    """
    candidates = molecule_list.smiles()
    listing = Path(work) / "candidates.smi"
    listing.write_text("".join(s + "\n" for s in candidates))
    xtb.run(["obabel", "-ismi", str(listing), "-ocan", "-O", str(listing) + ".can"], work)
    canonical = [line.split()[0] for line in Path(str(listing) + ".can").read_text().splitlines()]
    if len(canonical) != len(candidates):
        raise SystemExit("obabel could not read every SMILES of the list")
    unique = dict(zip(reversed(canonical), reversed(candidates)))   # the first one wins
    unique = [s for s in candidates if s in set(unique.values())]
    first = [s for s in unique if s in set(molecule_list.WRITTEN_OUT)]
    rest = [s for s in unique if s not in set(first)]
    rng = random.Random("molecules %d" % seed)
    if wanted <= len(first):
        return rng.sample(first, wanted)
    return first + rng.sample(rest, min(len(rest), wanted - len(first)))


def bonds(symbols, positions):
    """Pairs of bonded atoms by distance; tells whether a molecule kept its structure."""
    return {pair for pair, r in xtb.distances(positions).items()
            if r < 1.3 * sum(xtb.RADIUS[symbols[k]] for k in pair)}


def connected(count, pairs):
    """True if the bond graph is one piece."""
    reached, edge = {0}, True
    while edge:
        edge = [p for p in pairs if (p[0] in reached) != (p[1] in reached)]
        reached.update(k for p in edge for k in p)
    return len(reached) == count


def start_geometry(smiles, directory, known):
    """Optimized geometry, from the start file if it has the molecule, else from Open Babel.

    Open Babel seeds its distance geometry with the clock: now and then it takes
    very long or ends in nonsense, therefore three attempts.
    """
    if smiles in known:
        return known[smiles]
    problem = None
    for _ in range(3):
        try:
            symbols, built = xtb.build(directory, smiles)
            if not MIN_ATOMS <= len(symbols) <= MAX_ATOMS:
                raise ValueError("%d atoms" % len(symbols))
            symbols, best = xtb.optimize(directory, symbols, built)
            pairs = bonds(symbols, best)
            if pairs != bonds(symbols, built) or not connected(len(symbols), pairs):
                raise xtb.Failed("the bonds changed in the optimization")
            return symbols, extxyz.rounded(best)
        except xtb.Failed as error:
            problem = error
    raise problem


def molecule(smiles, options, known, work):
    """The frames of one molecule: the minimum first, then thermal ones."""
    tag = "%08x" % zlib.crc32(smiles.encode())
    kept = Path(work) / ("molecule-seed%d-%s-%d.extxyz" % (options.seed, tag, options.frames))
    if kept.exists():
        return extxyz.read(kept)
    directory = Path(work) / ("run-" + tag)
    info = {"molecule": smiles,
            "config_type": "fluorine" if "F" in smiles else "no-fluorine"}
    symbols, best = start_geometry(smiles, directory, known)
    frames = [xtb.single_point(directory, symbols, best, **info, sample="minimum")]
    if options.frames > 1:
        rng = random.Random("molecule %s %d" % (smiles, options.seed))
        steps = FIRST_FS + SPACING_FS * (options.frames - 1)
        path = xtb.dynamics(directory, symbols, best, KELVIN, steps, SPACING_FS, rng)
        for number in range(1, options.frames):
            positions = path[number - 1 + FIRST_FS // SPACING_FS]
            if xtb.intact(symbols, positions, best):
                frames.append(xtb.single_point(directory, symbols, positions, **info,
                                               sample="thermal", temperature=KELVIN,
                                               t_fs=FIRST_FS + SPACING_FS * (number - 1)))
    extxyz.write(kept, frames)
    return frames


def isolated_atoms(work):
    """One atom per element.  GFN2-xTB has no spin polarization: --uhf sets occupations only.

    The name is the SMILES "[F]", not "F", which ASE would read as the truth value False.
    """
    return [xtb.single_point(Path(work) / "atom", [s], [(0.0, 0.0, 0.0)], unpaired,
                             molecule="[%s]" % s, config_type="IsolatedAtom")
            for s, unpaired in ATOMS.items()]


def generate(options, work, say):
    """Isolated atoms, then the molecules in list order (complete ones only)."""
    xtb.require("xtb", "obabel")
    todo = select(options.molecules, options.seed, work)
    known = {}
    if options.start:
        known = {f.info["molecule"]: (f.symbols, f.positions)
                 for f in extxyz.read(options.start) if f.info.get("sample") == "minimum"}
    frames, failures, incomplete = isolated_atoms(work), [], 0

    def attempt(smiles):
        try:
            return molecule(smiles, options, known, work)
        except xtb.PROBLEMS as error:
            return error

    with ThreadPoolExecutor(options.jobs) as pool:
        for number, (smiles, result) in enumerate(zip(todo, pool.map(attempt, todo)), 1):
            if isinstance(result, Exception):
                failures.append(smiles)
                say("left out %s: %s" % (smiles, result))
            else:
                frames += result
                incomplete += len(result) < options.frames
            if number % 25 == 0 or number == len(todo):
                extxyz.write(options.out / "molecules-gfn2.extxyz.gz", frames)
                say("%d of %d molecules, %d frames" % (number, len(todo), len(frames)))
    say("molecules: %d done, %d left out, %d with a dropped thermal frame"
        % (len(todo) - len(failures), len(failures), incomplete))
    return frames
