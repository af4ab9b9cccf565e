package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.MomentKernel;
import io.github.gmp.probes.moment.MomentPlan;
import io.github.gmp.probes.moment.OverlapTable;
import io.github.gmp.probes.moment.ScalarMomentKernel;
import io.github.gmp.probes.moment.vector.VectorMomentKernel;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** What all evaluations of a descriptor share: the plan, and workspaces, lent to one evaluation at a time. Thread-safe. */
final class MomentEngine {
    private final MomentPlan plan;
    private final int momentCount;
    private final CutoffFunction cutoff;
    private final double centerWeight;
    /** Channels of degree 0, and where their sums are. */
    private final int[] centerChannels;

    private final int[] centerSums;
    private final KernelChoice choice;
    /** As many as there were evaluations at the same time. */
    private final Queue<MultipoleWorkspace> idle = new ConcurrentLinkedQueue<>();

    /** For workspaces with room for as many moments as invariants are formed of. */
    MomentEngine(MomentPlan plan, int momentCount, CutoffFunction cutoff, KernelChoice choice) {
        this.plan = plan;
        this.momentCount = momentCount;
        this.cutoff = cutoff;
        this.choice = choice;
        centerWeight = cutoff.value(0);
        int[] degrees = plan.degrees();
        int[] offsets = plan.channelOffsets();
        centerChannels =
                IntStream.range(0, degrees.length).filter(h -> degrees[h] == 0).toArray();
        centerSums = Arrays.stream(centerChannels).map(h -> offsets[h]).toArray();
    }

    MomentPlan plan() {
        return plan;
    }

    MultipoleWorkspace borrow() {
        MultipoleWorkspace workspace = idle.poll();
        if (workspace != null) {
            return workspace;
        }
        MomentKernel kernel = choice.isVector() ? new VectorMomentKernel(plan) : new ScalarMomentKernel(plan);
        return new MultipoleWorkspace(plan, momentCount, kernel, new CenterNeighbors(cutoff, kernel.lanes()));
    }

    void giveBack(MultipoleWorkspace workspace) {
        idle.add(workspace);
    }

    /** An atom's own density counts, too: only functions of degree 0 do not vanish at x = 0, and they are 1. */
    void addCenter(OverlapTable table, double[] sums) {
        for (int s = 0; s < plan.radials(); s++) {
            for (int h = 0; h < centerChannels.length; h++) {
                int channel = centerChannels[h];
                sums[centerSums[h] * plan.radials() + s] += centerWeight * table.atCenter(s, channel);
            }
        }
    }
}
