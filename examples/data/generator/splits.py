"""Cut a file into training, validation and test files, at random but repeatably.

With --by frame, frames are drawn one by one.  With --by replica (or molecule),
no group has frames in two files: whole groups are drawn until a file is full,
and what exceeds the size asked for is left out.
"""
import random
from collections import Counter

from . import extxyz


def assign(frames, sizes, key, seed):
    """Three lists of frame numbers, each in file order."""
    rng = random.Random("split %d" % seed)
    groups = {}
    for number, frame in enumerate(frames):
        name = number if key == "frame" else frame.info.get(key)
        if name is not None:                   # isolated atoms have no replica, for instance
            groups.setdefault(name, []).append(number)
    order = list(groups)
    rng.shuffle(order)
    if key == "replica":                       # temperatures take turns, so no file lacks one
        seen = Counter()
        turn = {}
        for name in order:
            kelvin = frames[groups[name][0]].info.get("temperature")
            turn[name] = seen[kelvin]
            seen[kelvin] += 1
        order.sort(key=turn.get)
    parts = []
    for size in sizes:
        part = []
        while len(part) < size:
            if not order:
                raise SystemExit("not enough frames for sizes %s by %s: only %d in %d groups"
                                 % (sizes, key, len(frames), len(groups)))
            part += groups[order.pop()]
        parts.append(sorted(part[:size]))
    return parts


def split(path, sizes, key, seed, say):
    """Write NAME-train, NAME-validation and NAME-test beside the file."""
    frames = extxyz.read(path)
    stem, dot, rest = path.name.partition(".extxyz")
    for name, numbers in zip(("train", "validation", "test"), assign(frames, sizes, key, seed)):
        target = path.with_name("%s-%s%s%s" % (stem, name, dot, rest))
        extxyz.write(target, [frames[n] for n in numbers])
        say("%s: %d frames" % (target.name, len(numbers)))
    return 0
