package io.github.gmp.experiments.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.plugin.ConfigException;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

class SearchSpaceTest {
    @Test
    void theOrderOfTheFileDoesNotMatter() {
        Map<String, DimensionConfig> config = new LinkedHashMap<>();
        config.put("regressor.nodes", Spaces.integers(10, 80, Scale.LOG));
        config.put("descriptor.radial.sigmas", Spaces.sigmas(2, 8, 0.1, 4));
        assertThat(SearchSpace.of(config, Map.of()).dimensions().keySet())
                .containsExactly("descriptor.radial.sigmas", "regressor.nodes");
    }

    @Test
    void anEmptySpaceIsRefused() {
        assertThatThrownBy(() -> SearchSpace.of(Map.of(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("space: got nothing, expected at least one key to search, e.g. descriptor.radial.sigmas");
    }

    @Test
    void allContradictionsAreListedAtOnce() {
        Map<String, DimensionConfig> config = new LinkedHashMap<>();
        config.put("nodes", Spaces.integers(10, 80, Scale.LINEAR));
        config.put("regressor.nodes", Spaces.integers(80, 10, Scale.LINEAR));
        config.put("regressor.layers", Spaces.integers(0, 3, Scale.LOG));
        config.put("descriptor.radial.sigmas", Spaces.sigmas(2, 40, 0.1, 4));
        config.put(
                "descriptor.angular.maxOrder",
                new DimensionConfig(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Scale.LINEAR,
                        Map.of()));
        assertThatThrownBy(() -> SearchSpace.of(config, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("""
                        space.nodes: got nodes, expected a path that begins with 'descriptor' or 'regressor'
                        space.regressor.nodes.integers: got [80, 10], expected two numbers, the smaller first
                        space.regressor.layers.integers: got [0, 3], expected numbers above 0 for a logarithmic scale
                        space.descriptor.radial.sigmas.sortedSet: got up to 40 values with ratios of at least 1.15, \
                        expected a range wide enough for them; [0.1, 4.0] holds 27
                        space.descriptor.angular.maxOrder: got 0 of them, expected exactly one of range, integers, choice, sortedSet""");
    }

    @Test
    void keysCountOnlyWhereTheirConditionsAreMet() {
        Map<String, DimensionConfig> config = new LinkedHashMap<>();
        config.put("descriptor.type", Spaces.choice("gmp", "other", "behler-parrinello"));
        config.put(
                "descriptor.g2.etas",
                Spaces.when(Spaces.sigmas(2, 8, 0.05, 5), Map.of("descriptor.type", "behler-parrinello")));
        config.put(
                "descriptor.angular.maxOrder",
                Spaces.when(Spaces.integers(0, 4, Scale.LINEAR), Map.of("descriptor.type", List.of("gmp", "other"))));
        // Of a key that counts under a condition itself, and of a fixed key that is something else.
        config.put(
                "descriptor.angular.polynomials",
                Spaces.when(Spaces.choice("solid", "literal"), Map.of("descriptor.angular.maxOrder", List.of(3L, 4L))));
        config.put(
                "regressor.nodes", Spaces.when(Spaces.integers(5, 9, Scale.LINEAR), Map.of("regressor.type", "hdnn")));
        config.put(
                "regressor.layers", Spaces.when(Spaces.integers(2, 4, Scale.LINEAR), Map.of("regressor.type", "snn")));
        SearchSpace space = SearchSpace.of(
                config, Map.of("descriptor", Map.of("type", "gmp"), "regressor", Map.of("type", "hdnn")));
        // In the order of the paths: maxOrder, polynomials, etas, type, layers, nodes.
        assertThat(space.values(genes(0.99, 0.1, 0.5, 0.1, 0.5, 0.5)))
                .isEqualTo(Map.of(
                        "descriptor.type",
                        "gmp",
                        "descriptor.angular.maxOrder",
                        4L,
                        "descriptor.angular.polynomials",
                        "solid",
                        "regressor.nodes",
                        7L));
        assertThat(space.values(genes(0.1, 0.1, 0.5, 0.1, 0.5, 0.5)).keySet())
                .containsExactly("descriptor.angular.maxOrder", "descriptor.type", "regressor.nodes");
        assertThat(space.values(genes(0.99, 0.1, 0.5, 0.9, 0.5, 0.5)).keySet())
                .containsExactly("descriptor.g2.etas", "descriptor.type", "regressor.nodes");
        assertThat(space.describe().get("descriptor.angular.maxOrder"))
                .isEqualTo("a whole number in [0, 4], linear scale; when descriptor.type is one of [gmp, other]");
        // Every choice of what others depend on, with both ends of what depends on it.
        assertThat(space.probes().stream()
                        .map(space::values)
                        .filter(values -> values.containsKey("descriptor.g2.etas")))
                .isNotEmpty();
        assertThat(space.probes().stream()
                        .map(space::values)
                        .map(values -> values.get("descriptor.angular.polynomials"))
                        .filter(Objects::nonNull))
                .contains("solid", "literal");
    }

    private static List<double[]> genes(double... genes) {
        return Arrays.stream(genes).mapToObj(gene -> new double[] {gene, 0.9}).toList();
    }

    @Test
    void conditionsOnNothingAndInACircleAreRefused() {
        Map<String, DimensionConfig> config = new LinkedHashMap<>();
        config.put("regressor.nodes", Spaces.when(Spaces.integers(5, 9, Scale.LINEAR), Map.of("regressor.layers", 2L)));
        config.put("regressor.layers", Spaces.when(Spaces.integers(2, 4, Scale.LINEAR), Map.of("regressor.nodes", 5L)));
        config.put(
                "regressor.epochs", Spaces.when(Spaces.integers(2, 4, Scale.LINEAR), Map.of("regressor.typ", "snn")));
        assertThatThrownBy(() -> SearchSpace.of(config, Map.of("regressor", Map.of("type", "snn"))))
                .isInstanceOf(ConfigException.class)
                .hasMessage("""
                        space.regressor.epochs.when: got regressor.typ, expected a searched key, or one that descriptor \
                        or regressor has
                        space: got conditions of [regressor.layers, regressor.nodes] in a circle, expected conditions \
                        that end somewhere""");
    }

    @Test
    void choicesMayBeAnythingButNotTwice() {
        assertThatThrownBy(() -> SearchSpace.of(Map.of("regressor.layers", Spaces.choice(2L, 3L, 2L)), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("space.regressor.layers.choice: got [2, 3, 2], expected every value once");
        SearchSpace whole = SearchSpace.of(
                Map.of("regressor", Spaces.choice(Map.of("type", "ridge"), Map.of("type", "snn", "nodes", 20L))),
                Map.of());
        assertThat(whole.values(genes(0.9))).isEqualTo(Map.of("regressor", Map.of("type", "snn", "nodes", 20L)));
    }

    @Test
    void linearSetsKeepDifferencesAndMayReachZero() {
        SortedSetConfig shifts = new SortedSetConfig(List.of(1, 4), List.of(0.0, 3.0), Scale.LINEAR, 1.15, 0.5);
        SearchSpace space = SearchSpace.of(Map.of("descriptor.g2.shifts", Spaces.set(shifts)), Map.of());
        assertThat(space.values(List.of(new double[] {0, 0, 0.9999})))
                .isEqualTo(Map.of("descriptor.g2.shifts", List.of(0.0, 0.5, 3.0)));
        SortedSetConfig crowded = new SortedSetConfig(List.of(1, 8), List.of(0.0, 3.0), Scale.LINEAR, 1.15, 0.5);
        assertThatThrownBy(() -> SearchSpace.of(Map.of("descriptor.g2.shifts", Spaces.set(crowded)), Map.of()))
                .hasMessage("space.descriptor.g2.shifts.sortedSet: got up to 8 values with differences of at least 0.5,"
                        + " expected a range wide enough for them; [0.0, 3.0] holds 7");
        SortedSetConfig logarithmic = new SortedSetConfig(List.of(1, 4), List.of(0.0, 3.0), Scale.LOG, 1.15, 0.5);
        assertThatThrownBy(() -> SearchSpace.of(Map.of("descriptor.g2.shifts", Spaces.set(logarithmic)), Map.of()))
                .hasMessage("space.descriptor.g2.shifts.sortedSet.range: got [0.0, 3.0], expected numbers above 0 for a"
                        + " logarithmic scale");
    }

    @Test
    void gridsUseTheirBudgetEvenly() {
        Map<String, DimensionConfig> config = Map.of(
                "descriptor.a", Spaces.range(0, 1),
                "descriptor.b", Spaces.choice("x", "y"),
                "descriptor.c", Spaces.integers(1, 9, Scale.LINEAR));
        SearchSpace space = SearchSpace.of(config, Map.of());
        List<Map<String, Object>> points =
                GridPoints.of(space, 30).stream().map(space::values).toList();
        // 5 · 2 · 3: with another value of any key there would be more than 30.
        assertThat(points).hasSize(30).doesNotHaveDuplicates();
        assertThat(points.stream().map(point -> point.get("descriptor.b")).distinct())
                .containsExactly("x", "y");
        assertThat(points.stream().map(point -> point.get("descriptor.a")).distinct())
                .containsExactly(0.1, 0.3, 0.5, 0.7, 0.9);
        assertThat(points.stream().map(point -> point.get("descriptor.c")).distinct())
                .containsExactly(2L, 5L, 8L);
        assertThat(GridPoints.of(space, 1)).hasSize(1);
        assertThat(GridPoints.of(SearchSpace.of(Map.of("regressor.b", Spaces.choice("x", "y")), Map.of()), 100))
                .hasSize(2);
    }

    @Test
    void sizesCountCandidates() {
        SearchSpace space = SearchSpace.of(
                Map.of(
                        "descriptor.b", Spaces.choice("x", "y"),
                        "descriptor.c", Spaces.integers(1, 9, Scale.LINEAR)),
                Map.of());
        assertThat(space.logSize()).isCloseTo(Math.log10(18), within(1e-12));
        // From 1 to 10 with four digits: 1.000, 1.001 … 10.00.
        SearchSpace decade = SearchSpace.of(Map.of("descriptor.a", Spaces.range(1, 10)), Map.of());
        assertThat(decade.logSize()).isCloseTo(Math.log10(9001), within(1e-12));
    }
}
