package io.github.gmp.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;

/** Without XZ for Java on the class path, .xz files are refused with a reason, and everything else is read and written. */
class OptionalXzTest {
    private static final byte[] XZ_HEADER = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 4};

    private static Class<?> compressionWithoutXz() throws Exception {
        URL[] own = {Compression.class.getProtectionDomain().getCodeSource().getLocation()};
        return new URLClassLoader(own, ClassLoader.getPlatformClassLoader()).loadClass(Compression.class.getName());
    }

    @Test
    void otherFilesAreRead() throws Exception {
        Method decompress = compressionWithoutXz().getMethod("decompress", InputStream.class);
        byte[] text = "as it is".getBytes(StandardCharsets.UTF_8);
        InputStream content = (InputStream) decompress.invoke(null, new ByteArrayInputStream(text));
        assertThat(content.readAllBytes()).isEqualTo(text);
    }

    @Test
    void xzIsRefusedWithTheLibraryThatIsAbsent() throws Exception {
        Class<?> compression = compressionWithoutXz();
        Method decompress = compression.getMethod("decompress", InputStream.class);
        Method compress = compression.getMethod("compress", OutputStream.class);
        Object xz = compression.getField("XZ").get(null);
        String reason = "it is compressed by xz, and the library for that, org.tukaani:xz, is not on the class path";
        assertThatThrownBy(() -> decompress.invoke(null, new ByteArrayInputStream(XZ_HEADER)))
                .cause()
                .hasMessage(reason);
        assertThatThrownBy(() -> compress.invoke(xz, new ByteArrayOutputStream()))
                .cause()
                .hasMessage(reason);
    }
}
