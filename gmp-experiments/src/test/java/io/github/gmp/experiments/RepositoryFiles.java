package io.github.gmp.experiments;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of this repository that tests look at. */
public final class RepositoryFiles {
    private RepositoryFiles() {}

    /** @return the root of the checkout */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /**
     * @param path path from the root, with slashes
     * @return the file
     */
    public static Path get(String path) {
        return root().resolve(path);
    }
}
