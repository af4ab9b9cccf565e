package io.github.gmp.api.dataset;

import io.github.gmp.api.error.DataException;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A file, or anything else with a name and bytes, that a format reads. The host opens it and decompresses it: formats see the content only.
 * It may be opened several times, unless it is a pipe.
 */
public interface NamedInput {
    /** {@return its name as the user gave it, with the ending of a compression, for messages and {@link io.github.gmp.api.structure.Source}} */
    String name();

    /** {@return the number of bytes of its content; empty where it cannot be told without reading, as of a compressed file} */
    OptionalLong length();

    /**
     * Opens it at its beginning. To go on from an offset ({@link FramePlace#offset()}), use {@link InputStream#skipNBytes}: what is before is
     * not read of a plain file, and only decompressed of a compressed one.
     *
     * @return its content, decompressed; close it
     * @throws IOException if it cannot be opened; the message names it
     * @throws DataException if it is compressed and damaged at its beginning
     */
    InputStream open() throws IOException;
}
