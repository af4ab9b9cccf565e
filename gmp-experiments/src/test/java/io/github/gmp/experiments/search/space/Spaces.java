package io.github.gmp.experiments.search.space;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries of a space as a file would have them. */
public final class Spaces {
    private Spaces() {}

    public static DimensionConfig range(double low, double high) {
        return new DimensionConfig(
                Optional.of(List.of(low, high)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Scale.LINEAR,
                Map.of());
    }

    public static DimensionConfig integers(int low, int high, Scale scale) {
        return new DimensionConfig(
                Optional.empty(), Optional.of(List.of(low, high)), Optional.empty(), Optional.empty(), scale, Map.of());
    }

    public static DimensionConfig choice(Object... values) {
        return new DimensionConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(values)),
                Optional.empty(),
                Scale.LINEAR,
                Map.of());
    }

    public static DimensionConfig sigmas(int fewest, int most, double low, double high) {
        return set(new SortedSetConfig(List.of(fewest, most), List.of(low, high), Scale.LOG, 1.15, 0.1));
    }

    public static DimensionConfig set(SortedSetConfig set) {
        return new DimensionConfig(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(set), Scale.LINEAR, Map.of());
    }

    /** The same entry under conditions. */
    public static DimensionConfig when(DimensionConfig entry, Map<String, Object> conditions) {
        return new DimensionConfig(
                entry.range(), entry.integers(), entry.choice(), entry.sortedSet(), entry.scale(), conditions);
    }
}
