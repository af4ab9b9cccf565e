package io.github.gmp.runtime.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.runtime.RuntimeTestHost;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Features put together from moments that other descriptors of a search have computed. */
class BlockCacheTest {

    private final List<LabeledStructure> structures = MorseMolecules.frames(6, 1);
    private final List<Integer> computed = new ArrayList<>();
    private final BlockCache cache = new BlockCache((spec, descriptor, frames, threads, progress) -> {
        computed.add(descriptor.features().size());
        return new Featurizer().featurize(descriptor, frames, threads, progress);
    });

    @Test
    void onlyNewSigmasAreComputedWhateverTheInvariants() {
        // The first time nobody knows whether these sigmas come again: features of 4 orders.
        assertSame(gmp("order-norm", 0.4, 1.0));
        assertThat(computed).containsExactly(2 * 4);
        // Order 3 has 16 components in the smallest basis.
        assertSame(gmp("power-spectrum", 0.4, 0.7));
        assertThat(computed).containsExactly(2 * 4, 2 * 16);
        assertSame(gmp("power-spectrum", 0.4, 0.7, 1.0));
        assertThat(computed).containsExactly(2 * 4, 2 * 16, 16);
        assertSame(gmp("order-norm", 0.7, 1.0));
        assertThat(computed).hasSize(3);
    }

    @Test
    void otherStructuresOrdersAndCutoffsAreComputedAnew() {
        assertSame(gmp("order-norm", 0.4, 1.0));
        ComponentSpec wider = RuntimeTestHost.spec(
                "descriptor",
                Map.of(
                        "type", "gmp",
                        "radial", Map.of("type", "gaussian", "sigmas", List.of(0.4, 1.0)),
                        "angular", Map.of("type", "mcsh", "maxOrder", 3),
                        "cutoff", Map.of("type", "smooth", "radius", 5.5)));
        assertSame(wider);
        assertThat(computed).hasSize(2);
        ComponentSpec gmp = gmp("order-norm", 0.4, 1.0);
        cache.features(gmp, make(gmp), MorseMolecules.frames(6, 2), 1, Progress.silent());
        // None of them shares anything: all are computed the usual way.
        assertThat(computed).containsExactly(2 * 4, 2 * 4, 2 * 4);
    }

    @Test
    void descriptorsWithoutBlocksPassThrough() {
        assertSame(RuntimeTestHost.spec(
                "descriptor",
                Map.of("type", "behler-parrinello", "g2", Map.of("etas", List.of(0.1, 1.0), "shifts", List.of(0.0)))));
        assertThat(computed).containsExactly(2 * 3);
    }

    private static ComponentSpec gmp(String invariants, Double... sigmas) {
        return RuntimeTestHost.spec(
                "descriptor",
                Map.of(
                        "type", "gmp",
                        "radial", Map.of("type", "gaussian", "sigmas", List.of(sigmas)),
                        "angular", Map.of("type", "mcsh", "maxOrder", 3),
                        "invariants", invariants,
                        "cutoff", Map.of("type", "smooth", "radius", 5.0)));
    }

    private static Descriptor make(ComponentSpec spec) {
        return RuntimeTestHost.get(ComponentRegistry.class).create(Descriptor.KIND, spec);
    }

    private void assertSame(ComponentSpec spec) {
        Descriptor descriptor = make(spec);
        FeatureSet direct = new Featurizer().featurize(descriptor, structures, 1, Progress.silent());
        FeatureSet cached = cache.features(spec, descriptor, structures, 2, Progress.silent());
        assertThat(cached.features().array()).isEqualTo(direct.features().array());
        assertThat(cached.features().columns()).isEqualTo(direct.features().columns());
    }
}
