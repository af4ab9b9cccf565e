package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Scratch memory for evaluations, as many as there were at the same time. Thread-safe. */
final class WorkspacePool {
    private final CutoffFunction cutoff;
    private final SymmetryKernel.Factory kernels;
    private final SymmetryFunctionLayout layout;
    private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();

    /** What one evaluation needs, reused for one center after the other; used by one thread. */
    static final class Workspace {
        final SymmetryKernel kernel;
        final CenterEnvironment environment;
        final PairGradient gradient = new PairGradient();
        final PairTangent tangent = new PairTangent();
        /** Sums, weights or changes of the angular functions of one channel. */
        final double[] members;
        /** Per lane, ∂E/∂r of the radial functions, or the change of r. */
        double[] byDistance = new double[0];

        Workspace(SymmetryKernel kernel, CenterEnvironment environment, int members) {
            this.kernel = kernel;
            this.environment = environment;
            this.members = new double[members];
        }
    }

    WorkspacePool(CutoffFunction cutoff, SymmetryKernel.Factory kernels, SymmetryFunctionLayout layout) {
        this.cutoff = cutoff;
        this.kernels = kernels;
        this.layout = layout;
    }

    Workspace borrow() {
        Workspace workspace = idle.poll();
        if (workspace != null) {
            return workspace;
        }
        SymmetryKernel kernel = kernels.create();
        return new Workspace(kernel, new CenterEnvironment(cutoff, kernel.lanes()), layout.mostMembers());
    }

    void giveBack(Workspace workspace) {
        idle.add(workspace);
    }
}
