package io.github.gmp.runtime.files;

import java.nio.file.Path;

/** Where results are kept that can be made again. */
public final class CacheFolder {
    /** The folder in the working directory, unless an option names another; may be deleted at any moment. */
    public static final Path DEFAULT = Path.of(".cache", "gmp");

    private CacheFolder() {}
}
