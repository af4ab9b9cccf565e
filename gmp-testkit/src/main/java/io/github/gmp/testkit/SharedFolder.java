package io.github.gmp.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the folder of reference values and data sets that may lie beside a checkout. A user's machine does not have it: tests that need it
 * are skipped with a reason.
 */
public final class SharedFolder {
    /** The reason to give to {@code Assumptions} when the folder is absent. */
    public static final String ABSENT =
            "needs the folder 'shared' (reference values and data sets) beside the checkout, or GMP_SHARED naming it";

    private SharedFolder() {}

    /** {@return the folder named by the environment variable GMP_SHARED, or {@code shared} beside any parent of the working directory} */
    public static Optional<Path> find() {
        String named = System.getenv("GMP_SHARED");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolveSibling("shared");
            if (folder.getParent() != null && Files.isDirectory(candidate.resolve("goldens"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
