package io.github.gmp.probes.descriptor;

import io.github.gmp.probes.mixing.ChannelMixing;

import java.util.Arrays;

/**
 * Moments of channels: the kernels run over the neighbors of one species after the other, and what each gives is mixed into all channels at
 * once, so the kernels know nothing of channels.
 *
 * @param engine sums and workspaces
 * @param mixing the channels
 * @param count number of mixed moments
 */
record MixedMoments(MomentEngine engine, ChannelMixing mixing, int count) implements CenterMoments {
    /** Where one part has all species, their neighbors need not be told apart. */
    private boolean together() {
        return mixing.elements().isEmpty();
    }

    private int sections(StructureSpecies slots) {
        return together() ? 1 : slots.count();
    }

    /** {@return whether the section has neighbors} */
    private boolean select(MultipoleWorkspace work, int section) {
        if (!together()) {
            work.neighbors.select(section);
        }
        return work.neighbors.firstBlock() < work.neighbors.endBlock();
    }

    @Override
    public void evaluate(MultipoleWorkspace work, StructureSpecies slots, int own) {
        Arrays.fill(work.moments, 0);
        for (int section = 0; section < sections(slots); section++) {
            boolean hasCenter = together() || section == own;
            if (select(work, section) || hasCenter) {
                Arrays.fill(work.sums, 0);
                if (hasCenter) {
                    engine.addCenter(slots.tables()[own], work.sums);
                }
                work.kernel.addSums(work.neighbors, work.sums);
                engine.plan().toMoments(work.sums, work.raw);
                mixing.addMixed(slots.parts()[section], work.raw, work.moments);
            }
        }
    }

    @Override
    public void pullback(MultipoleWorkspace work, StructureSpecies slots) {
        for (int section = 0; section < sections(slots); section++) {
            if (select(work, section)) {
                mixing.toRawGradient(slots.parts()[section], work.momentGradient, work.raw);
                engine.plan().toSumGradient(work.raw, work.sums);
                work.kernel.pullback(work.neighbors, work.sums, work.vectorX, work.vectorY, work.vectorZ);
            }
        }
    }

    @Override
    public void pushforward(MultipoleWorkspace work, StructureSpecies slots) {
        Arrays.fill(work.momentGradient, 0);
        for (int section = 0; section < sections(slots); section++) {
            if (select(work, section)) {
                Arrays.fill(work.sums, 0);
                work.kernel.addTangents(work.neighbors, work.vectorX, work.vectorY, work.vectorZ, work.sums);
                engine.plan().toMoments(work.sums, work.raw);
                mixing.addMixed(slots.parts()[section], work.raw, work.momentGradient);
            }
        }
    }
}
