package io.github.gmp.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** The options of commands that remember features. */
final class CacheOptions {
    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "Folder that remembers features between trials and runs; may be deleted at any moment (default:"
                            + " ${DEFAULT-VALUE}).")
    private Path folder = Host.CACHE;

    @Option(names = "--no-cache", description = "Neither read nor write remembered features.")
    private boolean none;

    /**
     * {@return the folder; none if features are not to be remembered}
     *
     * @throws io.github.gmp.api.error.GmpException if it is a file
     */
    Optional<Path> folder() {
        return none ? Optional.empty() : Optional.of(CommandSupport.folder("--cache", folder));
    }
}
