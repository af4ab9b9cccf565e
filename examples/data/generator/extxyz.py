"""Frames, and extended-XYZ files in the dialect that ASE reads and writes.

Units: Angstrom, eV, eV/Å, eV/Å³ (stress positive in tension).
"""
import gzip
import io
import os
import shlex
from dataclasses import dataclass, field
from pathlib import Path

POSITION_DECIMALS = 8
FORCE_DECIMALS = 8


@dataclass
class Frame:
    """One labeled geometry; ``info`` holds further key=value pairs of line 2."""
    symbols: list
    positions: list            # [(x, y, z)] in Angstrom
    energy: float = None       # eV
    forces: list = None        # [(fx, fy, fz)] in eV/Å
    info: dict = field(default_factory=dict)
    lattice: list = None       # three cell vectors in Angstrom, None = not periodic
    stress: list = None        # 3x3 rows in eV/Å³


def rounded(positions):
    """Positions rounded as they will be printed.

    Labels are computed at the rounded positions, never before rounding, so that
    a file is consistent with itself to the last printed digit.
    """
    return [tuple(round(x, POSITION_DECIMALS) for x in p) for p in positions]


def _value(value):
    text = str(value)
    return '"%s"' % text if any(c in text for c in ' =[](){}#"\\') else text


def _floats(rows, decimals):
    return " ".join("%.*f" % (decimals, x) for row in rows for x in row)


def format_frame(frame):
    """One frame as text; a force that rounds to zero is printed without a minus sign."""
    head = []
    if frame.lattice:
        head.append('Lattice="%s"' % _floats(frame.lattice, 8))
    head.append("Properties=species:S:1:pos:R:3:forces:R:3")
    head.append("energy=%.10f" % frame.energy)
    if frame.stress:
        head.append('stress="%s"' % _floats(frame.stress, 12))
    head += ["%s=%s" % (k, _value(v)) for k, v in frame.info.items()]
    head.append('pbc="T T T"' if frame.lattice else 'pbc="F F F"')
    lines = [str(len(frame.symbols)), " ".join(head)]
    for symbol, pos, force in zip(frame.symbols, frame.positions, frame.forces):
        lines.append("%-2s %s %s" % (
            symbol,
            " ".join("%*.*f" % (POSITION_DECIMALS + 4, POSITION_DECIMALS, x) for x in pos),
            " ".join("%*.*f" % (FORCE_DECIMALS + 4, FORCE_DECIMALS,
                                round(x, FORCE_DECIMALS) + 0.0) for x in force)))
    return "\n".join(lines) + "\n"


def write(path, frames):
    """Write all frames at once: under another name first, then renamed.

    A reader never sees half a file.  The gzip header has neither a time nor a
    file name, so equal frames give equal bytes.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = "".join(map(format_frame, frames)).encode("ascii")
    if path.suffix == ".gz":
        buffer = io.BytesIO()
        with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as out:
            out.write(data)
        data = buffer.getvalue()
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    os.replace(part, path)


def read(path):
    """Read a file that :func:`write` wrote."""
    opener = gzip.open if str(path).endswith(".gz") else open
    frames = []
    with opener(path, "rt", encoding="ascii") as lines:
        for count in lines:
            info = dict(item.split("=", 1) for item in shlex.split(next(lines)))
            rows = [next(lines).split() for _ in range(int(count))]
            matrix = {key: [float(x) for x in info.pop(key).split()]
                      for key in ("Lattice", "stress") if key in info}
            square = {key: [m[0:3], m[3:6], m[6:9]] for key, m in matrix.items()}
            info.pop("Properties")
            info.pop("pbc")
            frames.append(Frame([r[0] for r in rows],
                                [tuple(map(float, r[1:4])) for r in rows],
                                float(info.pop("energy")),
                                [tuple(map(float, r[4:7])) for r in rows],
                                info, square.get("Lattice"), square.get("stress")))
    return frames
