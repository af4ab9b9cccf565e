package io.github.gmp.probes.descriptor;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.potential.PartitionedEvaluation;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Raw moments of all parts of the density, atom by atom: what channels are fitted to. Thread-safe. */
final class TrainingMoments {
    private final DensityProbes probes;
    private final Optional<List<Element>> elements;
    private final MomentEngine engine;

    /** With the element of each part; empty for one part of all elements. */
    TrainingMoments(DensityProbes probes, Optional<List<Element>> elements) {
        this.probes = probes;
        this.elements = elements;
        engine = probes.engine(probes.layout().size());
    }

    /**
     * @param structure a structure
     * @param consumer given μ of each atom, {@code [component][part][radial]}, in an array that is used again
     */
    void forEachAtom(AtomicStructure structure, Consumer<double[]> consumer) {
        int parts = elements.map(List::size).orElse(1);
        StructureSpecies slots = probes.slots(structure, element -> elements.map(list -> list.indexOf(element))
                .orElse(0));
        double[] moments = new double[parts * probes.layout().size()];
        NeighborSearch search = NeighborSearch.of(structure, probes.cutoff());
        MultipoleWorkspace work = engine.borrow();
        for (int first = 0; first < structure.size(); first += PartitionedEvaluation.BLOCK) {
            int end = Math.min(structure.size(), first + PartitionedEvaluation.BLOCK);
            NeighborList neighbors = search.list(first, end);
            for (int center = first; center < end; center++) {
                slots.load(work, neighbors, center, false);
                evaluate(work, slots, center, parts, moments);
                consumer.accept(moments);
            }
        }
        engine.giveBack(work);
    }

    private void evaluate(MultipoleWorkspace work, StructureSpecies slots, int center, int parts, double[] moments) {
        Arrays.fill(moments, 0);
        int radials = probes.layout().radialCount();
        for (int slot = 0; slot < slots.count(); slot++) {
            Arrays.fill(work.sums, 0);
            if (slot == slots.ofAtom()[center]) {
                engine.addCenter(slots.tables()[slot], work.sums);
            }
            work.neighbors.select(slot);
            work.kernel.addSums(work.neighbors, work.sums);
            engine.plan().toMoments(work.sums, work.raw);
            int part = slots.parts()[slot];
            for (int c = 0; c < probes.layout().componentCount(); c++) {
                for (int s = 0; s < radials; s++) {
                    moments[(c * parts + part) * radials + s] += work.raw[c * radials + s];
                }
            }
        }
    }
}
