package io.github.gmp.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.plugin.ConfigException;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SearchSpaceTest {
    static DimensionConfig range(double low, double high) {
        return new DimensionConfig(
                Optional.of(List.of(low, high)), Optional.empty(), Optional.empty(), Optional.empty(), Scale.LINEAR);
    }

    static DimensionConfig integers(int low, int high, Scale scale) {
        return new DimensionConfig(
                Optional.empty(), Optional.of(List.of(low, high)), Optional.empty(), Optional.empty(), scale);
    }

    static DimensionConfig sigmas(int fewest, int most, double low, double high) {
        SortedSetConfig set = new SortedSetConfig(List.of(fewest, most), List.of(low, high), Scale.LOG, 1.15);
        return new DimensionConfig(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(set), Scale.LINEAR);
    }

    @Test
    void theOrderOfTheFileDoesNotMatter() {
        Map<String, DimensionConfig> config = new LinkedHashMap<>();
        config.put("regressor.nodes", integers(10, 80, Scale.LOG));
        config.put("descriptor.radial.sigmas", sigmas(2, 8, 0.1, 4));
        assertThat(SearchSpace.of(config).dimensions().keySet())
                .containsExactly("descriptor.radial.sigmas", "regressor.nodes");
    }

    @Test
    void anEmptySpaceIsRefused() {
        assertThatThrownBy(() -> SearchSpace.of(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("space: got nothing, expected at least one key to search, e.g. descriptor.radial.sigmas");
    }

    @Test
    void allContradictionsAreListedAtOnce() {
        Map<String, DimensionConfig> config = new LinkedHashMap<>();
        config.put("nodes", integers(10, 80, Scale.LINEAR));
        config.put("regressor.nodes", integers(80, 10, Scale.LINEAR));
        config.put("regressor.layers", integers(0, 3, Scale.LOG));
        config.put("descriptor.radial.sigmas", sigmas(2, 40, 0.1, 4));
        config.put(
                "descriptor.angular.maxOrder",
                new DimensionConfig(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Scale.LINEAR));
        assertThatThrownBy(() -> SearchSpace.of(config))
                .isInstanceOf(ConfigException.class)
                .hasMessage("""
                        space.nodes: got nodes, expected a path that begins with 'descriptor.' or 'regressor.'
                        space.regressor.nodes.integers: got [80, 10], expected two numbers, the smaller first
                        space.regressor.layers.integers: got [0, 3], expected numbers above 0 for a logarithmic scale
                        space.descriptor.radial.sigmas.sortedSet: got up to 40 values with ratios of at least 1.15, \
                        expected a range wide enough for them; [0.1, 4.0] holds 27
                        space.descriptor.angular.maxOrder: got 0 of them, expected exactly one of range, integers, choice, sortedSet""");
    }
}
