package io.github.gmp.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.RuntimeTestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

class FrameReaderTest {
    private static final String FRAME = "1\nProperties=species:S:1:pos:R:3\nH 0 0 0\n";

    @TempDir
    Path folder;

    @Test
    void countsTheBytesOfFilesAsTheyLieOnTheDisk() throws IOException {
        Path plain = Files.writeString(folder.resolve("a.xyz"), FRAME.repeat(3));
        Path zipped = folder.resolve("b.xyz.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(FRAME.repeat(2).getBytes(StandardCharsets.UTF_8));
        }
        long total = Files.size(plain) + Files.size(zipped);
        try (FrameReader reader = frames(plain, zipped)) {
            assertThat(reader.totalBytes()).isEqualTo(total);
            assertThat(reader.bytesRead()).isZero();
            int count = 0;
            for (Optional<LabeledStructure> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                String file = (count < 3 ? plain : zipped).toString();
                assertThat(frame.get().source().file()).isEqualTo(file);
                count++;
            }
            assertThat(count).isEqualTo(5);
            assertThat(reader.bytesRead()).isEqualTo(total);
        }
    }

    @Test
    void progressIsThatOfTheFileNotOfItsFirstBuffer() throws IOException {
        Path file = Files.writeString(folder.resolve("long.xyz"), FRAME.repeat(20_000));
        try (FrameReader reader = frames(file)) {
            for (int frame = 0; frame < 10_000; frame++) {
                reader.next();
            }
            assertThat((double) reader.bytesRead() / reader.totalBytes()).isBetween(0.5, 0.7);
        }
    }

    @Test
    void aMissingLastFileIsToldBeforeTheFirstIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.xyz"), FRAME);
        Path missing = folder.resolve("b.xyz");
        assertThatThrownBy(() -> frames(file, missing))
                .isInstanceOf(DataException.class)
                .hasMessage(missing + ": no such file; did you mean 'a.xyz'?");
    }

    @Test
    void messagesNameTheFileThatTheUserNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.xyz"), FRAME + "2\n\nH 0 0 0\n");
        try (FrameReader reader = frames(file)) {
            reader.next();
            assertThatThrownBy(reader::next).isInstanceOf(DataException.class).hasMessageStartingWith(file + ":");
        }
    }

    private static FrameReader frames(Path... files) {
        return RuntimeTestHost.get(FrameStream.class).open(List.of(files));
    }
}
