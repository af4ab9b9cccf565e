package io.github.gmp.bp.symmetry.vector;
public final class VectorSymmetryKernel {}
