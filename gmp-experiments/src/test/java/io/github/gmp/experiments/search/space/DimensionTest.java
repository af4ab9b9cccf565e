package io.github.gmp.experiments.search.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

class DimensionTest {
    private static final SortedSetDimension SIGMAS = new SortedSetDimension(2, 8, 0.1, 4, Scale.LOG, 1.15);

    @Test
    void sortedSetsAreValidForAnyGenes() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 2000; trial++) {
            double[] genes = random.doubles(2 + random.nextInt(7)).toArray();
            if (trial % 5 == 0) {
                java.util.Arrays.fill(genes, trial % 10 == 0 ? 0 : Math.nextDown(1.0));
            }
            assertValid(SIGMAS.decode(genes), genes.length);
        }
    }

    @Test
    void everyKindOfStepKeepsSetsValidAndReachesAllSizes() {
        SplittableRandom random = new SplittableRandom(2);
        double[] genes = {0.2, 0.4, 0.6};
        Set<Integer> sizes = new HashSet<>();
        int changes = 0;
        for (int step = 0; step < 2000; step++) {
            double[] next = SIGMAS.mutate(genes, random);
            assertThat(next.length).isBetween(2, 8);
            assertThat(DoubleStream.of(next).allMatch(g -> g >= 0 && g < 1)).isTrue();
            assertValid(SIGMAS.decode(next), next.length);
            changes += SIGMAS.decode(next).equals(SIGMAS.decode(genes)) ? 0 : 1;
            genes = next;
            sizes.add(genes.length);
        }
        assertThat(sizes).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8);
        assertThat(changes).isGreaterThan(1900);
    }

    @Test
    void integersReachBothEndsAndAlwaysMove() {
        IntegerDimension order = new IntegerDimension(0, 5, Scale.LINEAR);
        assertThat(order.decode(new double[] {0})).isEqualTo(0L);
        assertThat(order.decode(new double[] {Math.nextDown(1.0)})).isEqualTo(5L);
        SplittableRandom random = new SplittableRandom(3);
        Set<Object> seen = new HashSet<>();
        double[] genes = {0.5};
        for (int step = 0; step < 500; step++) {
            double[] next = order.mutate(genes, random);
            assertThat(order.decode(next)).isNotEqualTo(order.decode(genes));
            genes = next;
            seen.add(order.decode(genes));
        }
        assertThat(seen).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void logarithmicIntegersAreDrawnEvenlyOverDecades() {
        IntegerDimension nodes = new IntegerDimension(10, 1000, Scale.LOG);
        SplittableRandom random = new SplittableRandom(4);
        long small = random.doubles(4000)
                .mapToLong(g -> (Long) nodes.decode(new double[] {g}))
                .filter(n -> n < 100)
                .count();
        assertThat(small).isBetween(1850L, 2150L);
    }

    @Test
    void choicesChangeToAnother() {
        ChoiceDimension kind = new ChoiceDimension(List.of("a", "b", "c"));
        SplittableRandom random = new SplittableRandom(5);
        List<Object> seen = new ArrayList<>();
        double[] genes = {0.1};
        for (int step = 0; step < 100; step++) {
            double[] next = kind.mutate(genes, random);
            assertThat(kind.decode(next)).isNotEqualTo(kind.decode(genes));
            genes = next;
            seen.add(kind.decode(genes));
        }
        assertThat(seen).contains("a", "b", "c");
    }

    private static void assertValid(Object decoded, int size) {
        List<?> values = (List<?>) decoded;
        assertThat(values).hasSize(size);
        for (int i = 0; i < values.size(); i++) {
            double value = (Double) values.get(i);
            assertThat(value).isBetween(0.1, 4.0);
            if (i > 0) {
                // Values are rounded to four digits.
                assertThat(value / (Double) values.get(i - 1)).isGreaterThan(1.15 * (1 - 2e-3));
            }
        }
    }

    @Test
    void whatSomebodyElseChoseIsEncodedAsTheNearestValue() {
        assertThat(decoded(new RangeDimension(3, 8, Scale.LINEAR), 6.0)).contains(6.0);
        assertThat(decoded(new RangeDimension(3, 8, Scale.LOG), 100L)).contains(8.0);
        assertThat(decoded(new RangeDimension(3, 8, Scale.LOG), "wide")).isEmpty();
        assertThat(decoded(new IntegerDimension(0, 5, Scale.LINEAR), 3L)).contains(3L);
        assertThat(decoded(new IntegerDimension(10, 1000, Scale.LOG), 3L)).contains(10L);
        assertThat(decoded(new ChoiceDimension(List.of("a", "b")), "b")).contains("b");
        assertThat(decoded(new ChoiceDimension(List.of(1.0, 2.0)), 2L)).contains(2.0);
        assertThat(decoded(new ChoiceDimension(List.of("a", "b")), "c")).isEmpty();
        assertThat(decoded(SIGMAS, List.of(0.25, 2L))).contains(List.of(0.25, 2.0));
        assertThat(decoded(SIGMAS, List.of(0.02, 0.2, 0.4))).contains(List.of(0.1, 0.2, 0.4));
        assertThat(decoded(SIGMAS, List.of("a"))).isEmpty();
        SortedSetDimension three = new SortedSetDimension(3, 3, 0.1, 4, Scale.LOG, 1.15);
        assertThat(decoded(three, List.of(0.2, 0.4, 0.6, 0.8, 1.0))).contains(List.of(0.2, 0.6, 1.0));
        assertThat(((List<?>) decoded(three, List.of(0.2)).orElseThrow())).hasSize(3);
    }

    private static Optional<Object> decoded(Dimension dimension, Object value) {
        return dimension.encode(value).map(dimension::decode);
    }
}
