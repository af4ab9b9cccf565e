package io.github.gmp.runtime.files;

import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The only class that needs XZ for Java: programs without .xz files can leave that out. */
final class Xz {
    /** Enough for every preset of xz (9 needs 65 MiB); refuses a header made to exhaust the memory. */
    private static final int MEMORY_KIBIBYTES = 128 * 1024;

    private Xz() {}

    static InputStream decompress(InputStream compressed) throws IOException {
        return new XZInputStream(compressed, MEMORY_KIBIBYTES);
    }

    static OutputStream compress(OutputStream raw) throws IOException {
        return new XZOutputStream(raw, new LZMA2Options());
    }
}
