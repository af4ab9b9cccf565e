package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gmp.fixtures.ExamplePlugin;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.PluginJars;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A plugin whose descriptors are the example's without some of its derivatives, used with a regressor that is trained on forces. */
class OfferedDerivativesTest {
    /** Descriptors {@code histogram-none} and {@code histogram-pullback}. */
    private static final String SOURCE = """
            package com.example.histogram;

            import io.github.gmp.api.descriptor.Derivatives;
            import io.github.gmp.api.descriptor.Descriptor;
            import io.github.gmp.api.descriptor.DescriptorEvaluation;
            import io.github.gmp.api.descriptor.DescriptorProperty;
            import io.github.gmp.api.descriptor.GeometryVector;
            import io.github.gmp.api.math.Matrix;
            import io.github.gmp.api.neighbor.NeighborList;
            import io.github.gmp.api.plugin.ComponentFactory;
            import io.github.gmp.api.plugin.Plugin;
            import io.github.gmp.api.structure.AtomicStructure;

            import java.util.ArrayList;
            import java.util.Collection;
            import java.util.List;
            import java.util.Set;

            public final class PartialPlugin implements Plugin {
                @Override
                public String name() {
                    return "partial-histogram";
                }

                @Override
                public String version() {
                    return "1.0";
                }

                @Override
                public int spiVersion() {
                    return Plugin.SPI_VERSION;
                }

                @Override
                public Collection<ComponentFactory<?, ?>> factories() {
                    List<ComponentFactory<?, ?>> factories = new ArrayList<>(new HistogramPlugin().factories());
                    factories.add(offering(Derivatives.NONE));
                    factories.add(offering(Derivatives.PULLBACK));
                    return factories;
                }

                private static ComponentFactory<ChargeHistogramConfig, Descriptor> offering(Derivatives offered) {
                    return ComponentFactory.of(
                            Descriptor.KIND,
                            "histogram-" + offered.name().toLowerCase(java.util.Locale.ROOT),
                            "A histogram that offers fewer derivatives.",
                            ChargeHistogramConfig.class,
                            (config, context) -> new Partial(HistogramPlugin.histogram(config, context), offered));
                }

                private record Partial(Descriptor whole, Derivatives derivatives) implements Descriptor {
                    @Override
                    public double cutoff() {
                        return whole.cutoff();
                    }

                    @Override
                    public List<String> features() {
                        return whole.features();
                    }

                    @Override
                    public Set<DescriptorProperty> properties() {
                        return whole.properties();
                    }

                    @Override
                    public double operationsPerAtom(double neighbors, int elements) {
                        return whole.operationsPerAtom(neighbors, elements);
                    }

                    @Override
                    public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList neighbors) {
                        DescriptorEvaluation evaluation = whole.evaluate(structure, neighbors);
                        if (derivatives.hasPullback()) {
                            return new DescriptorEvaluation() {
                                @Override
                                public Matrix features() {
                                    return evaluation.features();
                                }

                                @Override
                                public GeometryVector pullback(Matrix featureGradient) {
                                    return evaluation.pullback(featureGradient);
                                }
                            };
                        }
                        return evaluation::features;
                    }
                }
            }
            """;

    private static final String NETWORK =
            // Adam, because SOAP turns with the eigenvectors of gradients, which may magnify the rounding that the two
            // ways differ by.
            "{type: snn, nodes: 8, optimizer: adam, epochs: 4, batchSize: 8, forceWeight: 5}";
    private static final String NO_DERIVATIVES =
            "the descriptor offers no derivatives of its features: training leaves forces and stress out and uses"
                    + " energies only, and the model predicts energies only";

    @TempDir
    static Path folder;

    private static Path plugins;

    @BeforeAll
    static void install() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source")).resolve("PartialPlugin.java");
        Files.writeString(source, SOURCE);
        List<Path> sources = new ArrayList<>(ExamplePlugin.DESCRIPTOR.sources());
        sources.add(source);
        plugins = Files.createDirectories(folder.resolve("plugins"));
        Path jar = folder.resolve("built.jar");
        PluginJars.build(sources, "com.example.histogram.PartialPlugin", jar);
        Files.move(jar, plugins.resolve("partial-histogram.jar"));
        MorseMolecules.write(MorseMolecules.frames(60, 3), "", folder.resolve("morse.extxyz"));
    }

    private record Run(Path folder, SearchFixture.Outcome outcome) {
        List<JsonNode> epochs() throws IOException {
            List<JsonNode> epochs = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("train.jsonl"))) {
                ObjectNode epoch = (ObjectNode) new ObjectMapper().readTree(line);
                // Times are not compared.
                epoch.remove("seconds");
                epochs.add(epoch);
            }
            return epochs;
        }

        JsonNode test() throws IOException {
            return new ObjectMapper()
                    .readTree(folder.resolve("metrics.json").toFile())
                    .get("test");
        }
    }

    private static Run train(String descriptor, String regressor) throws IOException {
        Path out = Files.createTempDirectory(folder, "run");
        Path config = Files.writeString(folder.resolve("train.yaml"), """
                name: partial
                data:
                  files: [morse.extxyz]
                  split: {validation: 10, test: 10}
                descriptor: {type: %s, bins: 6, width: 0.4, cutoff: {type: smooth, radius: 4.0}}
                regressor: %s
                """.formatted(descriptor, regressor));
        SearchFixture.Outcome outcome = gmp("train", "--config", config, "--out", out);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return new Run(out, outcome);
    }

    private static SearchFixture.Outcome gmp(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--plugins", plugins));
        return SearchFixture.gmp(all.toArray());
    }

    /** The tangents are the same but for rounding, so the training is. */
    @Test
    void withoutPushforwardItTrainsOnForcesAllTheSame() throws IOException {
        Run whole = train("charge-histogram", NETWORK);
        Run partial = train("histogram-pullback", NETWORK);
        String note = "the descriptor offers no pushforward: training on forces pulls back every feature of every atom"
                + " instead, 6 pullbacks per structure and step in the place of one";
        assertThat(partial.outcome().out()).contains("note: " + note);
        assertThat(whole.outcome().out()).doesNotContain("pushforward");
        List<JsonNode> expected = whole.epochs();
        assertThat(expected).hasSize(4);
        for (int epoch = 0; epoch < expected.size(); epoch++) {
            double force = expected.get(epoch).get("validationForceMae").asDouble();
            assertThat(force).isGreaterThan(0.1);
            assertThat(partial.epochs().get(epoch).get("validationForceMae").asDouble())
                    .isCloseTo(force, within(1e-8 * force));
        }
    }

    @Test
    void ridgeTakesColumnsInThePlaceOfRows() throws IOException {
        String ridge = "{type: ridge, perElement: true, lambda: 1e-4, forceWeight: 5}";
        JsonNode expected = train("charge-histogram", ridge).test();
        double force = expected.get("forceMae").asDouble();
        assertThat(force).isGreaterThan(0.01);
        assertThat(train("histogram-pullback", ridge).test().get("forceMae").asDouble())
                .isCloseTo(force, within(1e-6 * force));
    }

    @Test
    void withoutDerivativesItTrainsOnEnergies() throws IOException {
        Run none = train("histogram-none", NETWORK);
        assertThat(none.outcome().out()).contains("note: " + NO_DERIVATIVES);
        Run energies = train("charge-histogram", NETWORK.replace(", forceWeight: 5", ""));
        assertThat(none.epochs()).isEqualTo(energies.epochs());
        assertThat(none.test().get("energyMae")).isEqualTo(energies.test().get("energyMae"));
        assertThat(none.test().has("forceMae")).isFalse();
        assertThat(energies.test().has("forceMae")).isTrue();

        // A model of energies: its predictions and errors are those of energies.
        Path predicted = folder.resolve("predicted.extxyz");
        SearchFixture.Outcome outcome =
                gmp("predict", none.folder().resolve("model.gmp"), folder.resolve("morse.extxyz"), "--out", predicted);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readString(predicted)).contains("energy=").doesNotContain("forces");
        SearchFixture.Outcome errors =
                gmp("evaluate", none.folder().resolve("model.gmp"), folder.resolve("morse.extxyz"));
        assertThat(errors.code()).as(errors.err()).isZero();
        assertThat(errors.out()).containsPattern("all +60( +[0-9.]+){4} *\n");
    }

    @Test
    void committeesAndRidgeLeaveForcesOutToo() throws IOException {
        Run committee = train(
                "histogram-none",
                "{type: committee, members: 2, bootstrap: true, member: {type: ridge, forceWeight: 5}}");
        assertThat(committee.outcome().out()).contains("note: " + NO_DERIVATIVES);
        Path predicted = folder.resolve("committee.extxyz");
        SearchFixture.Outcome outcome = gmp(
                "predict", committee.folder().resolve("model.gmp"), folder.resolve("morse.extxyz"), "--out", predicted);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readString(predicted)).contains("energy_std=").doesNotContain("forces_std");
    }

    @Test
    void withoutDerivativesAndForcesInTrainingTheyAreNotCompared() throws IOException {
        Run energies = train("histogram-none", "{type: ridge}");
        assertThat(energies.outcome().out())
                .contains(
                        "note: the descriptor offers no derivatives of its features: the model predicts energies only,"
                                + " forces are not compared");
    }

    @Test
    void gradientsThatAreNotThereCannotBeChecked() throws IOException {
        Path config = Files.writeString(folder.resolve("features.yaml"), "descriptor: {type: histogram-none}\n");
        SearchFixture.Outcome outcome = gmp(
                "featurize",
                "--config",
                config,
                folder.resolve("morse.extxyz"),
                "--out",
                folder.resolve("f.npz"),
                "--gradients-check",
                10);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .endsWith("gmp: --gradients-check: the descriptor 'histogram-none' offers no derivatives of its"
                        + " features\n");
    }
}
