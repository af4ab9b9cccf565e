package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.TripletTile;

/**
 * Lists the triplets of a center, every unordered pair of neighbors once, in blocks that fill the lanes, and hands them over tile by
 * tile. The order depends on the numbers of neighbors per channel alone.
 */
final class TripletSchedule {
    private final TripletTile tile;
    private final Runnable onTile;
    private final int lanes;
    private final int capacity;

    /**
     * @param tile the tile to fill
     * @param onTile works on a filled tile
     */
    TripletSchedule(TripletTile tile, Runnable onTile) {
        this.tile = tile;
        this.onTile = onTile;
        lanes = tile.lanes;
        capacity = tile.first.length;
    }

    /**
     * @param begin first place of each radial channel
     * @param count neighbors of each radial channel
     * @param channels numbers of the pairs of channels
     */
    void run(int[] begin, int[] count, NeighborChannels channels) {
        tile.blocks = 0;
        for (int a = 0; a < count.length; a++) {
            addWithin(begin[a], count[a], channels.angularChannel(a, a));
            for (int b = a + 1; b < count.length; b++) {
                int channel = channels.angularChannel(a, b);
                if (count[a] * blocks(count[b]) <= count[b] * blocks(count[a])) {
                    addBetween(begin[a], count[a], begin[b], count[b], channel);
                } else {
                    addBetween(begin[b], count[b], begin[a], count[a], channel);
                }
            }
        }
        flush();
    }

    private int blocks(int count) {
        return (count + lanes - 1) / lanes;
    }

    /** Both neighbors of one channel: the block that has the first neighbor itself is masked up to it. */
    private void addWithin(int begin, int count, int channel) {
        for (int j = 0; j + 1 < count; j++) {
            int lane = j % lanes;
            int k = j - lane;
            if (lane < lanes - 1) {
                add(begin + j, begin + k, lane, channel);
            }
            for (k += lanes; k < count; k += lanes) {
                add(begin + j, begin + k, lanes, channel);
            }
        }
    }

    private void addBetween(int beginJ, int countJ, int beginK, int countK, int channel) {
        for (int j = 0; j < countJ; j++) {
            for (int k = 0; k < countK; k += lanes) {
                add(beginJ + j, beginK + k, lanes, channel);
            }
        }
    }

    private void add(int first, int second, int maskRow, int channel) {
        if (tile.blocks == capacity) {
            flush();
        }
        int block = tile.blocks++;
        tile.first[block] = first;
        tile.second[block] = second;
        tile.maskRow[block] = maskRow * lanes;
        tile.channel[block] = channel;
    }

    private void flush() {
        if (tile.blocks > 0) {
            onTile.run();
            tile.blocks = 0;
        }
    }
}
