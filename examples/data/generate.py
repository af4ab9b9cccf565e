#!/usr/bin/env python3
"""Make the example data sets of this folder, or larger ones of the same kind.

Needs Python 3.8 or later (standard library only) and, for the first two sets,
the program xtb (Debian: apt-get install xtb); molecules also needs obabel
(Debian: apt-get install openbabel).

  aspirin     MD frames of one molecule, energies and forces by GFN2-xTB
  molecules   many small molecules over H C N O F S Cl, same method
  periodic    copper cells, Lennard-Jones formula: energy, forces and stress
  split       cut a file into train, validation and test files
  check       count, look for duplicates, compare forces with finite differences
"""
import argparse
import platform
import sys
import tempfile
import time
from pathlib import Path

from generator import aspirin, checks, copper, molecules, splits, xtb

EXAMPLES = """\
examples:
  ./generate.py aspirin --frames 60 --replicas 3 --out try          (about a minute)
  ./generate.py aspirin                                             (the bundled file)
  ./generate.py aspirin --frames 60000 --replicas 60 --jobs 8 --keep work --out big \\
                --split 40000 10000 10000                           (the paper's size)
  ./generate.py split molecules-gfn2.extxyz.gz --sizes 1200 300 300 --by molecule
  ./generate.py check *.extxyz.gz

If a run is interrupted, start it again with the same options and the same
--keep folder: finished replicas or molecules are read from there.
"""


def parser():
    top = argparse.ArgumentParser(description=__doc__, epilog=EXAMPLES,
                                  formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--out", type=Path, default=Path("."), help="folder for the result (default: .)")
    common.add_argument("--seed", type=int, default=1, help="random seed (default: 1)")
    common.add_argument("--keep", type=Path, metavar="DIR",
                        help="keep intermediate results in DIR and continue from them "
                             "(default: a temporary folder that is deleted)")
    common.add_argument("--jobs", type=int, default=1,
                        help="xtb processes at a time, one thread each (default: 1)")

    one = commands.add_parser("aspirin", parents=[common], help="MD frames of aspirin (GFN2-xTB)",
                              description=aspirin.__doc__)
    one.add_argument("--frames", type=int, default=2000, help="frames in all (default: 2000)")
    one.add_argument("--replicas", type=int, default=12,
                     help="independent trajectories, taking turns at %s K (default: 12)"
                     % ", ".join(map(str, aspirin.TEMPERATURES)))
    one.add_argument("--spacing", type=int, default=25, metavar="FS",
                     help="time between frames in fs (default: 25)")
    one.add_argument("--equilibration", type=int, default=1000, metavar="FS",
                     help="time before the first frame in fs (default: 1000)")
    one.add_argument("--split", type=int, nargs=3, metavar=("TRAIN", "VALID", "TEST"),
                     help="also write three files of so many frames")
    one.add_argument("--by", choices=["frame", "replica"], default="frame",
                     help="split frame by frame or by whole replicas (default: frame)")

    many = commands.add_parser("molecules", parents=[common], help="many molecules (GFN2-xTB)",
                               description=molecules.__doc__)
    many.add_argument("--molecules", type=int, default=520, help="number to attempt (default: 520)")
    many.add_argument("--frames", type=int, default=4,
                      help="frames per molecule, the minimum included (default: 4)")
    many.add_argument("--start", type=Path, metavar="FILE",
                      help="take the minima of an earlier result instead of building them anew; "
                           "this makes a run repeatable, for obabel seeds itself with the clock")

    solid = commands.add_parser("periodic", parents=[common], help="copper cells (Lennard-Jones)",
                                description=copper.__doc__)
    solid.add_argument("--frames", type=int, default=150, help="number of cells (default: 150)")

    cut = commands.add_parser("split", help="train, validation and test files from one file",
                              description=splits.__doc__)
    cut.add_argument("file", type=Path)
    cut.add_argument("--sizes", type=int, nargs=3, required=True, metavar=("TRAIN", "VALID", "TEST"))
    cut.add_argument("--by", default="frame", metavar="KEY",
                     help="'frame', or a key whose groups stay together: replica, molecule")
    cut.add_argument("--seed", type=int, default=1, help="random seed (default: 1)")

    test = commands.add_parser("check", help="check files and print their figures",
                               description=checks.__doc__)
    test.add_argument("files", type=Path, nargs="+")
    test.add_argument("--seed", type=int, default=1, help="chooses the frames that are tested")
    return top


def main():
    options = parser().parse_args()
    begin = time.time()

    def say(text):
        print("[%6.0f s] %s" % (time.time() - begin, text), file=sys.stderr, flush=True)

    if options.command == "split":
        return splits.split(options.file, options.sizes, options.by, options.seed, say)
    with tempfile.TemporaryDirectory() as temporary:
        if options.command == "check":
            good = [checks.check(path, options.seed, temporary) for path in options.files]
            return 0 if all(good) else 1
        work = options.keep or Path(temporary)
        work = work.resolve()
        work.mkdir(parents=True, exist_ok=True)
        say(", ".join(["Python " + platform.python_version()] + xtb.versions()))
        makers = {"aspirin": aspirin, "molecules": molecules, "periodic": copper}
        makers[options.command].generate(options, work, say)
    if options.command == "aspirin" and options.split:
        return splits.split(options.out / "aspirin-gfn2.extxyz.gz", options.split,
                            options.by, options.seed, say)
    return 0


if __name__ == "__main__":
    sys.exit(main())
