package io.github.gmp.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.runtime.files.NamedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class NamedFilesTest {
    /** What is made of files. */
    public interface Source {
        ComponentKind<Source> KIND = new ComponentKind<>("source", Source.class);
    }

    enum Table {
        BUILT_IN
    }

    record Keys(
            @Param(doc = "A table.", defaultValue = "built-in")
            Table table,

            @Param(doc = "A file.") Optional<Path> file,
            @Param(doc = "Files.", defaultValue = "[]") List<Path> files,

            @Param(doc = "Files by name.", defaultValue = "{}")
            Map<String, Path> byName) {}

    record Whole(
            @Param(doc = "A name.", defaultValue = "nobody") String name,
            @Param(doc = "A file for reports.") Optional<NamedFile> data,
            @Param(doc = "A source.", kind = Source.class) ComponentSpec source,
            @Param(doc = "Later.", defaultValue = "{}") Map<String, Object> later) {}

    @TempDir
    Path folder;

    private final ComponentFactory<Keys, Source> factory =
            ComponentFactory.of(Source.KIND, "keys", "A source.", Keys.class, (config, context) -> new Source() {});
    private final ConfigBinder binder = new ConfigBinder(ComponentCatalog.of(List.of(factory)));

    /** Stray files, called like values. */
    @BeforeEach
    void stray() throws IOException {
        for (String name : List.of("built-in", "keys", "nobody", "a.json")) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    private BoundConfig<Whole> bind(String yaml) {
        ConfigTree tree =
                ConfigTree.of(Map.of(), folder).withYaml("source", yaml).with("data", "./a.json");
        return binder.bind(tree, Whole.class, BindingEnvironment.unknown());
    }

    @Test
    void onlyWhatTheRecordDeclaresIsAFile() {
        BoundConfig<Whole> bound =
                bind("{type: keys, file: sub/../t.json, files: [u.json, /v.json], byName: {w: w.json}}");
        Keys keys = binder.configOf(factory, bound.config().source());
        assertThat(keys.file()).contains(folder.resolve("t.json"));
        assertThat(keys.files()).containsExactly(folder.resolve("u.json"), Path.of("/v.json"));
        assertThat(keys.byName()).containsExactly(Map.entry("w", folder.resolve("w.json")));
        assertThat(bound.config().data().orElseThrow().name()).isEqualTo("a.json");

        Map<String, Object> moved = NamedFiles.seenFrom(folder.resolve("run/1"), bound.resolved());
        assertThat(ConfigTree.of(moved, folder.resolve("run/1")).toYaml()).isEqualTo("""
                data: ../../a.json
                later: {}
                name: nobody
                source:
                  byName: {w: ../../w.json}
                  file: ../../t.json
                  files: [../../u.json, /v.json]
                  table: built-in
                  type: keys
                """);
        assertThat(new FileHashes().byName(bound.resolved())).containsOnlyKeys("a.json");
    }

    @Test
    void hashesDependOnContentsAndNotOnFolders() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("a.json"), "a.json");
        String here = new FileHashes().hashOf(bind("{type: keys, file: a.json}").resolved());
        assertThat(new FileHashes()
                        .hashOf(bind("{type: keys, file: other/a.json}").resolved()))
                .isEqualTo(here);
        Files.writeString(other.resolve("a.json"), "else");
        assertThat(new FileHashes()
                        .hashOf(bind("{type: keys, file: other/a.json}").resolved()))
                .isNotEqualTo(here);
    }

    @Test
    void aFolderIsItsFilesAndTheirNames() throws IOException {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Files.writeString(tables.resolve("a.g"), "1");
        Files.writeString(tables.resolve("b.g"), "2");
        Map<String, Object> config = bind("{type: keys, file: tables}").resolved();
        String before = new FileHashes().byName(config).get("tables");
        Files.writeString(tables.resolve("a.g"), "2");
        Files.writeString(tables.resolve("b.g"), "1");
        assertThat(new FileHashes().byName(config).get("tables")).hasSize(64).isNotEqualTo(before);
    }

    @Test
    void whatIsBoundLaterIsFoundByItsPlace() {
        Map<String, Object> resolved = bind("{type: keys}").resolved();
        NamedFile file = NamedFile.in(folder, "b.json");
        FileLookup files = FileLookup.in(folder);
        assertThat(binder.named(Whole.class, resolved, "source.file", "b.json", files))
                .isEqualTo(file);
        assertThat(binder.named(Whole.class, resolved, "source.files[0]", "b.json", files))
                .isEqualTo(file);
        assertThat(binder.named(Whole.class, resolved, "source", Map.of("type", "keys", "file", "b.json"), files))
                .isEqualTo(Map.of("type", "keys", "file", file));
        assertThat(binder.named(Whole.class, resolved, "source.table", "built-in", files))
                .isEqualTo("built-in");
        assertThat(binder.named(Whole.class, resolved, "name", "nobody", files)).isEqualTo("nobody");
    }

    @Test
    void namesThatAreNoneAreRefused() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> bind("{type: keys, file: '', files: [3]}"))
                .withMessage("source.file: got '', expected the name of a file\n"
                        + "source.files[0]: got 3, expected the name of a file");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> binder.bindComponent(
                        "source", Map.of("type", "keys", "file", "b.json"), "source", BindingEnvironment.unknown()))
                .withMessage("source.file: got 'b.json', expected the absolute name of a file: nothing here says which"
                        + " folder it is in");
    }
}
