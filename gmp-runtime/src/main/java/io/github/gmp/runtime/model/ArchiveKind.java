package io.github.gmp.runtime.model;

import java.util.zip.Deflater;

/** What a {@link StateArchive} is the archive of. */
enum ArchiveKind {
    /** A trained model: written once, kept, passed on. */
    MODEL("model", true),
    /** A training that is not finished: written after every epoch, so in the shortest time. */
    CHECKPOINT("checkpoint", false);

    private final String noun;
    private final boolean compressed;

    ArchiveKind(String noun, boolean compressed) {
        this.noun = noun;
        this.compressed = compressed;
    }

    /** {@return what it is called in messages} */
    String noun() {
        return noun;
    }

    /** {@return whether the content may be larger than the file} */
    boolean isCompressed() {
        return compressed;
    }

    /** {@return the level of {@link Deflater}} */
    int compression() {
        return compressed ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION;
    }

    /** {@return the name of the entry with the JSON document} */
    String document() {
        return noun + ".json";
    }
}
