package io.github.gmp.probes.descriptor;

import java.util.Arrays;

/** Moments of the total density, as radial probes see them. */
record TotalMoments(MomentEngine engine) implements CenterMoments {
    @Override
    public int count() {
        return engine.plan().moments();
    }

    @Override
    public void evaluate(MultipoleWorkspace work, StructureSpecies slots, int own) {
        Arrays.fill(work.sums, 0);
        engine.addCenter(slots.tables()[own], work.sums);
        work.kernel.addSums(work.neighbors, work.sums);
        engine.plan().toMoments(work.sums, work.moments);
    }

    @Override
    public void pullback(MultipoleWorkspace work, StructureSpecies slots) {
        engine.plan().toSumGradient(work.momentGradient, work.sums);
        work.kernel.pullback(work.neighbors, work.sums, work.vectorX, work.vectorY, work.vectorZ);
    }

    @Override
    public void pushforward(MultipoleWorkspace work, StructureSpecies slots) {
        Arrays.fill(work.sums, 0);
        work.kernel.addTangents(work.neighbors, work.vectorX, work.vectorY, work.vectorZ, work.sums);
        engine.plan().toMoments(work.sums, work.momentGradient);
    }
}
