package io.github.gmp.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where plugin jars are looked for. */
final class PluginFolders {
    private static final String PROPERTY = "gmp.plugins";
    private static final String VARIABLE = "GMP_PLUGINS";
    private static final Path DEFAULT = Path.of("plugins");

    private PluginFolders() {}

    /**
     * {@return the folders of {@code --plugins}, of the system property {@code gmp.plugins} and of the environment variable {@code
     * GMP_PLUGINS}; if none is named, {@code plugins} in the working directory if it is there}
     *
     * @param options the options given
     */
    static List<Path> of(GlobalOptions options) {
        List<Path> folders = new ArrayList<>(options.pluginFolders());
        addAll(folders, Optional.ofNullable(System.getProperty(PROPERTY)));
        addAll(folders, Optional.ofNullable(System.getenv(VARIABLE)));
        if (folders.isEmpty() && Files.isDirectory(DEFAULT)) {
            folders.add(DEFAULT);
        }
        return folders.stream().distinct().toList();
    }

    private static void addAll(List<Path> folders, Optional<String> list) {
        for (String folder : list.orElse("").split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
    }
}
