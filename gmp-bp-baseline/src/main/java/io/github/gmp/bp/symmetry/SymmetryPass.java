package io.github.gmp.bp.symmetry;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.bp.symmetry.kernel.PairTable;
import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;
import io.github.gmp.bp.symmetry.kernel.TripletTile;

import java.util.Arrays;

/** One way through the pairs and triplets of centers; subclasses say what to do with them. For one thread, in a borrowed workspace. */
abstract class SymmetryPass {
    final SymmetryKernel kernel;
    final CutoffTable cutoff;
    final SymmetryFunctionLayout layout;
    final NeighborList neighbors;
    final Workspace workspace;
    final PairTable pairs;
    final TripletTile tile;

    private final int[] slots;
    private final boolean withSlopes;
    private final TripletSchedule schedule;

    /**
     * @param engine functions and kernel
     * @param neighbors the neighbor list
     * @param slots the slot of the element of each atom
     * @param workspace arrays to compute in
     * @param withSlopes whether derivatives are needed
     */
    SymmetryPass(SymmetryEngine engine, NeighborList neighbors, int[] slots, Workspace workspace, boolean withSlopes) {
        kernel = engine.kernel();
        cutoff = engine.cutoff();
        layout = engine.layout();
        this.neighbors = neighbors;
        this.slots = slots;
        this.workspace = workspace;
        this.withSlopes = withSlopes;
        pairs = workspace.pairs;
        tile = workspace.tile;
        schedule = new TripletSchedule(tile, this::workOnTile);
    }

    /** Loads the pairs of a center. */
    final void load(int center) {
        place(center);
        CenterPlan plan = plan(center);
        double radius = cutoff.radius();
        kernel.pairArguments(pairs, 2 / (radius * radius));
        cutoff.evaluate(
                kernel,
                pairs.square,
                pairs.argument,
                pairs.work,
                pairs.work2,
                pairs.cutoff,
                pairs.cutoffSlope,
                withSlopes,
                pairs.places);
        kernel.multiply(pairs.cutoff, 0, pairs.weight, 0, pairs.cutoff, 0, pairs.places);
        if (withSlopes) {
            kernel.multiply(pairs.cutoffSlope, 0, pairs.weight, 0, pairs.cutoffSlope, 0, pairs.places);
        }
        for (int e = 0; e < plan.etas.length; e++) {
            loadGaussians(plan.etas[e], pairs.gaussians[e], pairs.gaussianSlopes[e]);
        }
    }

    private void loadGaussians(GaussianTable table, double[] values, double[] slopes) {
        table.evaluate(kernel, pairs.square, pairs.argument, values, pairs.places);
        if (withSlopes) {
            kernel.gaussianTimesCutoff(
                    table.eta(), values, pairs.cutoff, pairs.cutoffSlope, values, slopes, pairs.places);
        } else {
            kernel.multiply(values, 0, pairs.cutoff, 0, values, 0, pairs.places);
        }
    }

    /** Sorts the neighbors by channel. */
    private void place(int center) {
        NeighborChannels channels = layout.channels();
        int begin = neighbors.begin(center);
        int count = neighbors.end(center) - begin;
        int[] counts = workspace.channelCount;
        int[] begins = workspace.channelBegin;
        workspace.reserveNeighbors(count);
        int[] place = workspace.placeOfNeighbor;
        Arrays.fill(counts, 0);
        for (int n = 0; n < count; n++) {
            place[n] = counts[channels.radialChannel(slots[neighbors.neighbor(begin + n)])]++;
        }
        int lanes = kernel.lanes();
        for (int channel = 0; channel < counts.length; channel++) {
            begins[channel + 1] = begins[channel] + (counts[channel] + lanes - 1) / lanes * lanes;
        }
        CenterPlan plan = plan(center);
        pairs.reserve(begins[counts.length], plan.etas.length, lanes);
        for (int n = 0; n < count; n++) {
            int pair = begin + n;
            int slot = slots[neighbors.neighbor(pair)];
            int p = begins[channels.radialChannel(slot)] + place[n];
            place[n] = p;
            pairs.x[p] = neighbors.dx(pair);
            pairs.y[p] = neighbors.dy(pair);
            pairs.z[p] = neighbors.dz(pair);
            pairs.distance[p] = neighbors.distance(pair);
            pairs.weight[p] = channels.weight(slot);
        }
        for (int channel = 0; channel < counts.length; channel++) {
            for (int p = begins[channel] + counts[channel]; p < begins[channel + 1]; p++) {
                pairs.x[p] = 0;
                pairs.y[p] = 0;
                pairs.z[p] = 0;
                pairs.distance[p] = 0;
                pairs.weight[p] = 0;
            }
            Arrays.fill(pairs.channel, begins[channel], begins[channel + 1], channel * plan.radialCount);
        }
    }

    /** Goes through the triplets of the loaded center, tile by tile. */
    final void runTriplets(int center) {
        current = plan(center);
        if (current.groups.length > 0) {
            schedule.run(workspace.channelBegin, workspace.channelCount, layout.channels());
        }
    }

    private CenterPlan current;

    private void workOnTile() {
        double radius = cutoff.radius();
        kernel.geometry(pairs, tile, radius * radius);
        current.powers.evaluate(kernel, tile, workspace.powers, withSlopes);
        if (current.anyThirdSide) {
            loadThirdCutoff();
        }
        onTileLoaded();
        for (CenterPlan.Group group : current.groups) {
            if (group.thirdSide()) {
                current.etas[group.eta()].evaluate(kernel, tile.square, tile.argument, workspace.third, tile.length());
            }
            onGroup(current, group);
        }
        onTileDone();
    }

    private void loadThirdCutoff() {
        int length = tile.length();
        cutoff.evaluate(
                kernel,
                tile.square,
                tile.argument,
                workspace.weights,
                workspace.thirdSlope,
                workspace.cutoff,
                workspace.cutoffSlope,
                withSlopes,
                length);
        kernel.multiply(workspace.cutoff, 0, tile.inside, 0, workspace.cutoff, 0, length);
        if (withSlopes) {
            kernel.multiply(workspace.cutoffSlope, 0, tile.inside, 0, workspace.cutoffSlope, 0, length);
        }
    }

    /** The geometry of the next tile is there. */
    abstract void onTileLoaded();

    /**
     * A group of functions on the loaded tile; for G4, {@link Workspace#third} has exp(−η s_jk) and {@link Workspace#cutoff} f_c(r_jk).
     */
    abstract void onGroup(CenterPlan plan, CenterPlan.Group group);

    /** All groups of the loaded tile are done. */
    abstract void onTileDone();

    final CenterPlan plan(int center) {
        return layout.plan(slots[center]);
    }

    /** Adds Σ_t weights_t powers_t of the loaded tile to the sums of its channels. */
    final void addProducts(CenterPlan plan, CenterPlan.Group group, double[] weights, int[] rows, double[] sums) {
        int begin = 0;
        while (begin < tile.blocks) {
            int channel = tile.channel[begin];
            int end = begin + 1;
            while (end < tile.blocks && tile.channel[end] == channel) {
                end++;
            }
            kernel.addProducts(
                    weights,
                    workspace.powers,
                    rows,
                    group.first(),
                    group.count(),
                    sums,
                    plan.angularBegin + channel * plan.angularStride + group.first(),
                    begin * tile.lanes,
                    end * tile.lanes);
            begin = end;
        }
    }
}
