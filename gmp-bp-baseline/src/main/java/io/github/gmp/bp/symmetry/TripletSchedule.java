package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.TripletTile;

/**
 * Lists the triplets of a center, every unordered pair of neighbors once, in blocks that fill the lanes, tile by tile. The order depends on
 * the numbers of neighbors per channel alone. For one thread.
 */
final class TripletSchedule {
    private final TripletTile tile;
    private final NeighborChannels channels;
    private final int[] begin;
    private final int[] count;
    private final int lanes;

    /** The pair of channels, the first neighbor in its channel, and the block of second neighbors that come next. */
    private int low;

    private int high;
    private int first;
    private int second;

    /**
     * @param workspace its tile is filled, its channels are read
     * @param channels numbers of the pairs of channels
     */
    TripletSchedule(SymmetryWorkspace workspace, NeighborChannels channels) {
        tile = workspace.tile;
        begin = workspace.channelBegin;
        count = workspace.channelCount;
        this.channels = channels;
        lanes = tile.lanes;
    }

    /** Starts again, with the neighbors that are loaded now. */
    void restart() {
        low = 0;
        high = 0;
        first = 0;
        second = 0;
    }

    /** {@return whether there were triplets to fill the tile with} */
    boolean fillTile() {
        tile.blocks = 0;
        while (low < count.length) {
            // Few first neighbors with full blocks of second ones, or the other way round, whatever makes fewer blocks.
            boolean swap = low != high && count[low] * blocks(count[high]) > count[high] * blocks(count[low]);
            int firstChannel = swap ? high : low;
            int secondChannel = swap ? low : high;
            int channel = channels.angularChannel(low, high);
            while (second < count[secondChannel]) {
                if (!addRun(firstChannel, secondChannel, channel)) {
                    return true;
                }
                first = 0;
                second += lanes;
            }
            second = 0;
            high++;
            if (high == count.length) {
                low++;
                high = low;
            }
        }
        return tile.blocks > 0;
    }

    private int blocks(int neighbors) {
        return (neighbors + lanes - 1) / lanes;
    }

    /**
     * All first neighbors with one block of second neighbors; where that block has the first neighbor itself, it is masked up to it.
     *
     * @return whether they fitted into the tile
     */
    private boolean addRun(int firstChannel, int secondChannel, int channel) {
        boolean within = firstChannel == secondChannel;
        int end = within ? Math.min(second + lanes, count[secondChannel]) - 1 : count[firstChannel];
        int block = tile.blocks;
        int capacity = tile.first.length;
        for (; first < end && block < capacity; first++, block++) {
            tile.first[block] = begin[firstChannel] + first;
            tile.second[block] = begin[secondChannel] + second;
            tile.maskRow[block] = (within && first >= second ? first - second : lanes) * lanes;
            tile.channel[block] = channel;
        }
        tile.blocks = block;
        return first >= end;
    }
}
