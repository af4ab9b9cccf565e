package io.github.gmp.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.fixtures.ExamplePlugin;
import io.github.gmp.fixtures.RepositoryFiles;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The code in docs/writing-a-plugin.md is the code of examples/plugin and examples/regressor-plugin, letter by letter. */
class PluginPageTest {
    private static final Pattern LISTING =
            Pattern.compile("`(examples/(?:regressor-)?plugin/\\S+)`[^\n]*\n\n```\\w*\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyListingEqualsItsFileAndEveryFileIsListed() throws IOException {
        Map<String, String> listings = new LinkedHashMap<>();
        Matcher matcher = LISTING.matcher(Files.readString(RepositoryFiles.get("docs/writing-a-plugin.md")));
        while (matcher.find()) {
            listings.put(matcher.group(1), matcher.group(2));
        }
        Set<String> files = new TreeSet<>();
        for (ExamplePlugin example : ExamplePlugin.values()) {
            try (Stream<Path> walk = Files.walk(RepositoryFiles.get(example.folder()))) {
                walk.filter(Files::isRegularFile)
                        .map(path -> RepositoryFiles.root().relativize(path).toString())
                        .filter(path -> !path.contains("/target/"))
                        .forEach(files::add);
            }
        }

        assertThat(new TreeSet<>(listings.keySet())).isEqualTo(files);
        for (Map.Entry<String, String> listing : listings.entrySet()) {
            assertThat(listing.getValue())
                    .as(listing.getKey())
                    .isEqualTo(Files.readString(RepositoryFiles.get(listing.getKey())));
        }
    }
}
