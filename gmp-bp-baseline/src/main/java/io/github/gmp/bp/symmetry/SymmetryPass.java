package io.github.gmp.bp.symmetry;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.bp.symmetry.kernel.PairTable;
import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;
import io.github.gmp.bp.symmetry.kernel.TripletTile;
import io.github.gmp.toolkit.kernel.Stages;

import java.util.Arrays;

/** One way through the pairs and triplets of centers; subclasses say what to do with them. For one thread, in a borrowed workspace. */
abstract class SymmetryPass {
    final SymmetryKernel kernel;
    final CutoffTable cutoff;
    final SymmetryFunctionLayout layout;
    final NeighborList neighbors;
    final SymmetryWorkspace workspace;
    final PairTable pairs;
    final TripletTile tile;

    private final int[] slots;
    private final boolean withSlopes;
    private final TripletSchedule schedule;
    private final Stages stages;
    private final Stages tileStages;

    /** The center at work. */
    int center;
    /** What its element needs; set when the center is. */
    @SuppressWarnings("NullAway.Init")
    CenterPlan plan;

    /**
     * @param engine functions and kernel
     * @param neighbors the neighbor list
     * @param slots the slot of the element of each atom
     * @param workspace arrays to compute in
     * @param withSlopes whether derivatives are needed
     */
    SymmetryPass(
            SymmetryEngine engine,
            NeighborList neighbors,
            int[] slots,
            SymmetryWorkspace workspace,
            boolean withSlopes) {
        kernel = engine.kernel();
        cutoff = engine.cutoff();
        layout = engine.layout();
        this.neighbors = neighbors;
        this.slots = slots;
        this.workspace = workspace;
        this.withSlopes = withSlopes;
        pairs = workspace.pairs;
        tile = workspace.tile;
        schedule = new TripletSchedule(workspace, layout.channels());
        stages = Stages.of(this::loadPairs, this::begin, this::runTriplets, this::finish);
        tileStages = Stages.of(this::loadAngles, this::loadThirdSides, this::weigh, this::sum);
    }

    /** Goes through all centers of the neighbor list. */
    final void runCenters() {
        for (center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            if (isWanted()) {
                loadNeighbors();
                stages.run();
            }
        }
    }

    private void loadNeighbors() {
        plan = layout.plan(slots[center]);
        NeighborChannels channels = layout.channels();
        int lanes = kernel.lanes();
        int[] counts = workspace.channelCount;
        int[] begins = workspace.channelBegin;
        int begin = neighbors.begin(center);
        int count = neighbors.end(center) - begin;
        workspace.reserveNeighbors(count);
        int[] place = workspace.placeOfNeighbor;
        Arrays.fill(counts, 0);
        for (int n = 0; n < count; n++) {
            place[n] = counts[channels.radialChannel(slots[neighbors.neighbor(begin + n)])]++;
        }
        for (int channel = 0; channel < counts.length; channel++) {
            begins[channel + 1] = begins[channel] + (counts[channel] + lanes - 1) / lanes * lanes;
        }
        pairs.reserve(begins[counts.length], plan.etas.length, lanes);
        for (int n = 0; n < count; n++) {
            int pair = begin + n;
            int slot = slots[neighbors.neighbor(pair)];
            int p = begins[channels.radialChannel(slot)] + place[n];
            place[n] = p;
            pairs.x[p] = neighbors.dx(pair);
            pairs.y[p] = neighbors.dy(pair);
            pairs.z[p] = neighbors.dz(pair);
            double r = neighbors.distance(pair);
            pairs.distance[p] = r;
            pairs.square[p] = r * r;
            pairs.inverse[p] = r > 0 ? 1 / r : 0;
            pairs.weight[p] = channels.weight(slot);
        }
        for (int channel = 0; channel < counts.length; channel++) {
            for (int p = begins[channel] + counts[channel]; p < begins[channel + 1]; p++) {
                pairs.x[p] = 0;
                pairs.y[p] = 0;
                pairs.z[p] = 0;
                pairs.distance[p] = 0;
                pairs.square[p] = 0;
                pairs.inverse[p] = 0;
                pairs.weight[p] = 0;
            }
            Arrays.fill(pairs.channel, begins[channel], begins[channel + 1], channel * plan.radialCount);
        }
    }

    /** {@return whether anything is to be done for the center} */
    boolean isWanted() {
        return true;
    }

    /** Begins with a center whose pairs are loaded: whatever concerns pairs only. */
    abstract void begin();

    /** Ends with a center after all its triplets. */
    abstract void finish();

    private void loadPairs() {
        cutoff.evaluate(
                kernel,
                pairs.square,
                pairs.work,
                pairs.work2,
                pairs.cutoff,
                pairs.cutoffSlope,
                withSlopes,
                pairs.places);
        kernel.arrays().multiply(pairs.cutoff, 0, pairs.weight, 0, pairs.cutoff, 0, pairs.places);
        if (withSlopes) {
            kernel.arrays().multiply(pairs.cutoffSlope, 0, pairs.weight, 0, pairs.cutoffSlope, 0, pairs.places);
        }
        for (int e = 0; e < plan.etas.length; e++) {
            loadGaussians(plan.etas[e], pairs.gaussians[e], pairs.gaussianSlopes[e]);
        }
    }

    private void loadGaussians(GaussianDecay table, double[] values, double[] slopes) {
        table.evaluate(kernel, pairs.square, values, pairs.places);
        if (withSlopes) {
            kernel.arrays()
                    .gaussianTimesCutoff(
                            table.eta(), values, pairs.cutoff, pairs.cutoffSlope, values, slopes, pairs.places);
        } else {
            kernel.arrays().multiply(values, 0, pairs.cutoff, 0, values, 0, pairs.places);
        }
    }

    /** Goes through the triplets of the loaded center, tile by tile. */
    private void runTriplets() {
        if (plan.groups.length == 0) {
            return;
        }
        schedule.restart();
        while (schedule.fillTile()) {
            tileStages.run();
        }
    }

    private void loadAngles() {
        double largestSquare = cutoff.radius() * cutoff.radius();
        kernel.triplets().geometry(pairs, tile, largestSquare);
        if (plan.anyOther) {
            plan.powers.evaluate(kernel, tile, workspace.powers, withSlopes);
        }
        if (plan.anyTwoSides) {
            kernel.triplets().masks(tile, workspace.masks);
        }
    }

    private void loadThirdSides() {
        if (plan.anyThirdSide) {
            cutoff.evaluateThirdSides(
                    kernel, tile, workspace.work, workspace.third, workspace.cutoff, workspace.cutoffSlope, withSlopes);
        }
    }

    /**
     * Begins with the loaded tile: its geometry, the powers for sums that are no moments, {@link SymmetryWorkspace#cutoff} for G4 and
     * {@link SymmetryWorkspace#masks} for G5 are there.
     */
    abstract void weigh();

    /** Ends with the loaded tile. */
    abstract void sum();

    /** Fills {@link SymmetryWorkspace#third} and its derivative for a group of G4. */
    final void loadThirdSide(GaussianDecay table) {
        table.evaluate(kernel, tile.square, workspace.work, tile.length());
        kernel.arrays()
                .gaussianTimesCutoff(
                        table.eta(),
                        workspace.work,
                        workspace.cutoff,
                        workspace.cutoffSlope,
                        workspace.third,
                        workspace.thirdSlope,
                        tile.length());
    }

    /** {@return where the row of a center starts in a matrix of the centers of the neighbor list} */
    final int row(int center) {
        return (center - neighbors.firstCenter()) * layout.labels().size();
    }

    /** Adds the moments of the loaded tile, and the products with a power per sum, to the sums of its channels. */
    final void addSums(double[] weights, int[] rows, double[] sums) {
        int lanes = tile.lanes;
        int first = 0;
        while (first < tile.blocks) {
            int channel = tile.channel[first];
            int last = first + 1;
            while (last < tile.blocks && tile.channel[last] == channel) {
                last++;
            }
            int sum = plan.angularBegin + channel * plan.angularStride;
            int begin = first * lanes;
            int end = last * lanes;
            kernel.triplets().addMoments(tile.cosine, weights, plan.momentGroups, sums, sum, begin, end);
            for (int g = 0; plan.anyOther && g < plan.groups.length; g++) {
                CenterPlan.Group group = plan.groups[g];
                kernel.triplets()
                        .addProducts(
                                weights,
                                g * TripletTile.CAPACITY,
                                workspace.powers,
                                rows,
                                group.otherFirst(),
                                group.otherCount(),
                                sums,
                                sum + group.otherFirst(),
                                begin,
                                end);
            }
            first = last;
        }
    }
}
