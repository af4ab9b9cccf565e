package io.github.gmp.cli;

import static io.github.gmp.cli.SearchFixture.gmp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.cli.SearchFixture.Outcome;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which texts of a configuration are files is a matter of its records. Every command runs twice: in a folder with nothing but its files, and
 * in one with files and folders called like everything a configuration can say; and again from the configuration that it left.
 */
class StrayFilesTest {
    private static final String DESCRIPTOR = """
            descriptor:
              type: gmp
              density:
                type: layered
                sources: [{type: gaussian-table, file: tables/own.gpsp}, {type: gaussian-table, table: sg15}]
              radial: {type: gaussian, sigmas: [0.4, 1.0]}
              angular: {type: mcsh, maxOrder: 1, polynomials: solid}
              cutoff: {type: smooth, radius: 4.0}
            """;
    private static final String DATA = """
            name: paper
            data:
              files: [morse.extxyz]
              split: {train: 24, validation: 8, test: 8, seed: 1}
            """;

    @TempDir
    static Path clean;

    @TempDir
    static Path strewn;

    @BeforeAll
    static void writeFiles() throws IOException {
        for (Path folder : new Path[] {clean, strewn}) {
            MorseMolecules.write(MorseMolecules.frames(40, 3), "", folder.resolve("morse.extxyz"));
            Files.createDirectory(folder.resolve("tables"));
            Files.writeString(folder.resolve("tables/own.gpsp"), table(7));
            Files.writeString(folder.resolve("tables/other.gpsp"), table(5));
            write(folder, "features", DESCRIPTOR);
            write(folder, "train", DATA + DESCRIPTOR + "regressor: {type: snn, nodes: 4, epochs: 3, batchSize: 8}\n");
            write(folder, "compare", DATA + """
                    descriptors:
                      - name: gmp
                    """ + DESCRIPTOR.indent(4) + """
                    regressors:
                      - {name: ridge, regressor: {type: ridge}}
                    seeds: [1]
                    """);
            write(folder, "search", DATA + DESCRIPTOR + """
                    regressor: {type: ridge}
                    space:
                      descriptor.density:
                        choice:
                          - {type: gaussian-table, table: sg15}
                          - {type: gaussian-table, file: tables/own.gpsp}
                          - {type: gaussian-table, file: tables/other.gpsp}
                      descriptor.angular.maxOrder: {integers: [0, 2]}
                    references:
                      - name: solid
                        descriptor: {type: gmp, density: {type: gaussian-table, file: tables/own.gpsp}}
                        regressor: {type: ridge}
                    population: 3
                    generations: 2
                    """);
        }
        boolean folderNext = false;
        for (String name : everyName()) {
            if (folderNext) {
                Files.createDirectory(strewn.resolve(name));
                Files.writeString(strewn.resolve(name).resolve("H_pseudodensity_1.g"), "1 1\n");
            } else {
                Files.writeString(strewn.resolve(name), "1 1\n");
            }
            folderNext = !folderNext;
        }
    }

    private static String table(int amplitude) {
        return "****\nH\t1\t1\n1.0\t2.5\n****\nC\t6\t1\n" + amplitude + ".0\t2.0\n****\nO\t8\t1\n" + amplitude
                + ".5\t1.5\n";
    }

    private static void write(Path folder, String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), yaml);
    }

    /** Names of components and enum values of the real plugins, and some that configurations here give. */
    private static Set<String> everyName() {
        Set<String> names = new TreeSet<>(Set.of("gmp-paper-aspirin-1-2", "O", "H", "C", "nsga2", "linear", "log"));
        for (ComponentFactory<?, ?> factory :
                CliTestHost.get(ComponentRegistry.class).factories()) {
            names.add(factory.name());
            names.add(factory.kind().name());
            addConstants(factory.configType(), names);
        }
        assertThat(names).contains("sg15", "paper", "solid", "gmp", "smooth", "ridge", "by-element");
        return names;
    }

    private static void addConstants(Type type, Set<String> names) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                addConstants(argument, names);
            }
        } else if (type instanceof Class<?> c && c.isRecord()) {
            for (RecordComponent component : c.getRecordComponents()) {
                addConstants(component.getGenericType(), names);
            }
        } else if (type instanceof Class<?> c && c.isEnum()) {
            for (Object constant : c.getEnumConstants()) {
                names.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
    }

    private static Outcome good(Object... arguments) {
        Outcome outcome = gmp(arguments);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome;
    }

    private static String text(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void train() throws IOException {
        for (Path folder : new Path[] {clean, strewn}) {
            good("train", "--config", folder.resolve("train.yaml"), "--out", folder.resolve("runs/a"), "--quiet");
        }
        String resolved = text(strewn, "runs/a/resolved-config.yaml");
        assertThat(resolved)
                .isEqualTo(text(clean, "runs/a/resolved-config.yaml"))
                .contains("name: paper", "files: [../../morse.extxyz]", "file: ../../tables/own.gpsp", "table: sg15");
        TrainFixture.assertSameModel(strewn.resolve("runs/a"), clean.resolve("runs/a"));
        assertThat(provenance(strewn.resolve("runs/a"))).isEqualTo(provenance(clean.resolve("runs/a")));

        good(
                "train",
                "--config",
                strewn.resolve("runs/a/resolved-config.yaml"),
                "--out",
                strewn.resolve("elsewhere/runs/b"),
                "--quiet");
        assertThat(text(strewn, "elsewhere/runs/b/resolved-config.yaml"))
                .isEqualTo(resolved.replace("../../", "../../../"));
        TrainFixture.assertSameModel(strewn.resolve("elsewhere/runs/b"), clean.resolve("runs/a"));
    }

    private static JsonNode provenance(Path run) throws IOException {
        ObjectNode provenance = (ObjectNode) new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .get("provenance");
        provenance.remove("createdAt");
        return provenance;
    }

    /** Stray files in the working directory, which no command looks into. */
    @Test
    void trainFromAFolderOfStrayFiles() throws IOException, InterruptedException {
        good("train", "--config", clean.resolve("train.yaml"), "--out", clean.resolve("runs/in"), "--quiet");
        int code = GmpProcess.startIn(
                        strewn,
                        strewn.resolve("process.log"),
                        "train",
                        "--config",
                        clean.resolve("train.yaml"),
                        "--out",
                        clean.resolve("runs/from"),
                        "--quiet")
                .exitCode();
        assertThat(code).as(text(strewn, "process.log")).isZero();
        assertThat(text(clean, "runs/from/resolved-config.yaml"))
                .isEqualTo(text(clean, "runs/in/resolved-config.yaml"));
        TrainFixture.assertSameResults(clean.resolve("runs/from"), clean.resolve("runs/in"));
    }

    @Test
    void featurize() throws IOException {
        for (Path folder : new Path[] {clean, strewn}) {
            good(
                    "featurize",
                    "--config",
                    folder.resolve("features.yaml"),
                    folder.resolve("morse.extxyz"),
                    "--out",
                    folder.resolve("features.npz"),
                    "--quiet");
        }
        assertThat(Files.readAllBytes(strewn.resolve("features.npz")))
                .isEqualTo(Files.readAllBytes(clean.resolve("features.npz")));
    }

    @Test
    void compare() throws IOException {
        for (Path folder : new Path[] {clean, strewn}) {
            good("compare", folder.resolve("compare.yaml"), "--out", folder.resolve("runs/c"), "--no-cache", "--quiet");
        }
        String resolved = text(strewn, "runs/c/config.yaml");
        assertThat(resolved)
                .isEqualTo(text(clean, "runs/c/config.yaml"))
                .contains("files: [../../morse.extxyz]", "file: ../../tables/own.gpsp", "polynomials: solid");
        Set<String> trials = trials(strewn.resolve("runs/c"));
        assertThat(trials).isEqualTo(trials(clean.resolve("runs/c"))).hasSize(1);

        // The trials are found again, because they are the same wherever the configuration lies.
        good(
                "compare",
                strewn.resolve("runs/c/config.yaml"),
                "--out",
                strewn.resolve("runs/c"),
                "--no-cache",
                "--quiet");
        assertThat(trials(strewn.resolve("runs/c"))).isEqualTo(trials);
        assertThat(withoutHeader(text(strewn, "runs/c/config.yaml"))).isEqualTo(withoutHeader(resolved));
    }

    private static String withoutHeader(String yaml) {
        return yaml.substring(yaml.indexOf('\n'));
    }

    private static Set<String> trials(Path run) throws IOException {
        Set<String> names = new TreeSet<>();
        try (var files = Files.list(run.resolve("trials"))) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    @Test
    void search() throws IOException {
        for (Path folder : new Path[] {clean, strewn}) {
            good("search", folder.resolve("search.yaml"), "--out", folder.resolve("runs/s"), "--no-cache", "--quiet");
        }
        Path run = strewn.resolve("runs/s");
        String resolved = text(run, "resolved-config.yaml");
        assertThat(resolved)
                .isEqualTo(text(clean, "runs/s/resolved-config.yaml"))
                .contains(
                        "files: [../../morse.extxyz]",
                        "- {table: sg15, type: gaussian-table}",
                        "- {file: ../../tables/own.gpsp, type: gaussian-table}",
                        "- {file: ../../tables/other.gpsp, type: gaussian-table}");
        assertThat(findings(run)).isEqualTo(findings(clean.resolve("runs/s")));

        // From where it lies it is the same search, so nothing is left to do.
        long journal = Files.size(run.resolve("journal.jsonl"));
        good("search", run.resolve("resolved-config.yaml"), "--out", run, "--resume", "--no-cache", "--quiet");
        assertThat(Files.size(run.resolve("journal.jsonl"))).isEqualTo(journal);
        assertThat(text(run, "resolved-config.yaml")).isEqualTo(resolved);
        good(
                "search",
                run.resolve("resolved-config.yaml"),
                "--out",
                strewn.resolve("elsewhere/runs/s"),
                "--no-cache",
                "--quiet");
        assertThat(findings(strewn.resolve("elsewhere/runs/s"))).isEqualTo(findings(run));

        Path elite;
        try (var files = Files.list(run.resolve("elite"))) {
            elite = files.filter(file -> file.toString().endsWith("-train.yaml"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(ConfigTree.load(elite).find("data.files[0]")).contains("../../../morse.extxyz");
        good("train", "--config", elite, "--out", strewn.resolve("runs/elite"), "--quiet");
        good("search", "--refine", run, "--seeds", "1", "--no-cache", "--quiet");
        assertThat(text(run, "refine/config.yaml")).contains("file: ../../../tables/own.gpsp");
    }

    /** Errors and seeds of all trials, without what was measured and where files lie. */
    private static JsonNode findings(Path run) throws IOException {
        ObjectNode results = (ObjectNode)
                new ObjectMapper().readTree(run.resolve("results.json").toFile());
        results.retain("trials", "pareto", "references");
        results.findParents("candidate").forEach(trial -> ((ObjectNode) trial)
                .retain("trial", "candidate", "rung", "seed", "validation", "test", "cost", "features"));
        return results;
    }

    @Test
    void models() throws IOException {
        good("train", "--config", clean.resolve("train.yaml"), "--out", clean.resolve("runs/m"), "--quiet");
        Path model = clean.resolve("runs/m/model.gmp");
        predict(model, clean.resolve("there.extxyz"));
        Path among = Files.copy(model, strewn.resolve("model.gmp"));
        predict(among, clean.resolve("here.extxyz"));
        assertThat(text(clean, "here.extxyz")).isEqualTo(text(clean, "there.extxyz"));

        // Neither beside the model nor where it was: both places are named.
        Path table = clean.resolve("tables/own.gpsp");
        Path away = Files.move(table, clean.resolve("away.gpsp"));
        try {
            Path alone = Files.copy(
                    model, Files.createDirectory(clean.resolve("alone")).resolve("model.gmp"));
            Outcome lost = gmp("predict", alone, clean.resolve("morse.extxyz"), "--out", clean.resolve("lost.extxyz"));
            assertThat(lost.code()).isEqualTo(2);
            assertThat(lost.err())
                    .contains(
                            "descriptor.density.sources[0].file: got 'tables/own.gpsp', expected a file that is not part of"
                                    + " the model, beside it (" + clean.resolve("alone/tables/own.gpsp")
                                    + ") or where it was when the model was trained (" + table
                                    + "); it is in neither place");
            Files.createDirectory(clean.resolve("alone/tables"));
            Files.copy(away, clean.resolve("alone/tables/own.gpsp"));
            predict(alone, clean.resolve("beside.extxyz"));
            assertThat(text(clean, "beside.extxyz")).isEqualTo(text(clean, "there.extxyz"));
        } finally {
            Files.move(away, table);
        }
    }

    private static void predict(Path model, Path out) {
        good("predict", model, clean.resolve("morse.extxyz"), "--out", out, "--quiet");
    }
}
