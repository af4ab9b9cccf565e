"""Thermal frames of one aspirin molecule from unconstrained GFN2-xTB dynamics."""
import random
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from . import extxyz, xtb

# The minimum that all replicas start from; SMILES CC(=O)Oc1ccccc1C(=O)O.
START = Path(__file__).with_name("aspirin_start.xyz")
TEMPERATURES = (300, 400, 500)


def replica_sizes(frames, replicas):
    """Share the frames out over the replicas as evenly as possible."""
    return [frames // replicas + (1 if r < frames % replicas else 0) for r in range(replicas)]


def replica(index, wanted, start, options, work):
    """One independent trajectory: equilibrate, dump, label.  Returns (frames, dropped).

    Two per cent more frames than needed (at least three) are dumped, as a reserve for
    frames that are left out because a bond broke or a single point failed.
    """
    kept = Path(work) / ("aspirin-seed%d-replica%d-%d+%dx%d.extxyz" % (
        options.seed, index, options.equilibration, wanted, options.spacing))
    if kept.exists():
        return extxyz.read(kept), 0
    symbols, reference = start
    kelvin = TEMPERATURES[index % len(TEMPERATURES)]
    rng = random.Random("aspirin %d %d" % (options.seed, index))
    skip = -(-options.equilibration // options.spacing)
    dumps = wanted + max(3, wanted // 50)
    directory = Path(work) / ("run-replica%d" % index)
    trajectory = xtb.dynamics(directory, symbols, reference, kelvin,
                              (skip + dumps) * options.spacing, options.spacing, rng)
    frames, dropped = [], 0
    for number, positions in enumerate(trajectory[skip:], skip):
        if len(frames) == wanted:
            break
        try:
            if not xtb.intact(symbols, positions, reference):
                raise xtb.Failed("a bond broke")
            frames.append(xtb.single_point(directory, symbols, positions, replica=index,
                                           temperature=kelvin, t_fs=number * options.spacing))
        except xtb.PROBLEMS:
            dropped += 1
    extxyz.write(kept, frames)
    return frames, dropped


def generate(options, work, say):
    """All replicas; the output file is rewritten whenever a further replica is complete."""
    xtb.require("xtb")
    start = xtb.read_xyz(START)[0]
    sizes = replica_sizes(options.frames, options.replicas)
    done, dropped, failed = {}, 0, 0
    with ThreadPoolExecutor(options.jobs) as pool:
        tasks = {pool.submit(replica, r, n, start, options, work): r
                 for r, n in enumerate(sizes)}
        for task in as_completed(tasks):
            index = tasks[task]
            try:
                frames, lost = task.result()
            except xtb.PROBLEMS as error:
                failed += 1
                say("replica %d failed and is left out: %s" % (index, error))
                continue
            done[index] = frames
            dropped += lost
            everything = [f for r in sorted(done) for f in done[r]]
            extxyz.write(options.out / "aspirin-gfn2.extxyz.gz", everything)
            say("replica %d: %d frames (%d dropped); %d of %d frames in all"
                % (index, len(frames), lost, len(everything), options.frames))
    say("aspirin: %d frames, %d dropped, %d replicas failed"
        % (sum(map(len, done.values())), dropped, failed))
    return [f for r in sorted(done) for f in done[r]]
