package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;

import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the evaluations of one descriptor share: columns and plans, the cutoff function, the kernel, and workspaces to borrow, as many as
 * threads were ever at work at the same time. Thread-safe.
 */
final class SymmetryEngine {
    private final SymmetryFunctionLayout layout;
    private final CutoffTable cutoff;
    private final SymmetryKernel kernel;
    private final ConcurrentLinkedQueue<SymmetryWorkspace> idle = new ConcurrentLinkedQueue<>();

    SymmetryEngine(SymmetryFunctionLayout layout, CutoffTable cutoff, SymmetryKernel kernel) {
        this.layout = layout;
        this.cutoff = cutoff;
        this.kernel = kernel;
    }

    SymmetryFunctionLayout layout() {
        return layout;
    }

    CutoffTable cutoff() {
        return cutoff;
    }

    SymmetryKernel kernel() {
        return kernel;
    }

    /** {@return a workspace for the caller alone until it is given back} */
    SymmetryWorkspace borrow() {
        SymmetryWorkspace workspace = idle.poll();
        return workspace != null ? workspace : new SymmetryWorkspace(kernel.lanes(), layout);
    }

    void giveBack(SymmetryWorkspace workspace) {
        idle.add(workspace);
    }
}
