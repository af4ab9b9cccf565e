package io.github.gmp.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.GmpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class RunDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void isForOneRunAtATime() {
        Path path = folder.resolve("runs/a");
        try (RunDirectory first = RunDirectory.open(path)) {
            assertThat(first.path()).isDirectory();
            assertThatThrownBy(() -> RunDirectory.open(path))
                    .isInstanceOf(GmpException.class)
                    .hasMessage(path + ": another gmp process is working in this folder; wait for it to end or choose"
                            + " another folder with --out");
        }
        try (RunDirectory again = RunDirectory.open(path)) {
            assertThat(again.file("x")).isEqualTo(path.resolve("x"));
        }
    }

    @Test
    void isLockedAgainstOtherProcesses() throws IOException, InterruptedException {
        try (RunDirectory ours = RunDirectory.open(folder)) {
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            RunDirectoryTest.class.getName(),
                            ours.path().toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(other.getInputStream().readAllBytes());
            assertThat(other.waitFor()).as(output).isEqualTo(3);
        }
    }

    /** The other process: ends with 3 if the folder is locked. */
    public static void main(String[] arguments) {
        try (RunDirectory directory = RunDirectory.open(Path.of(arguments[0]))) {
            throw new IllegalStateException("was not locked: " + directory.path());
        } catch (GmpException e) {
            System.exit(3);
        }
    }

    @Test
    void refusesAFileAndAFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> RunDirectory.open(file))
                .hasMessage(file + ": is a file; a folder to write to was expected");
        assertThatThrownBy(() -> RunDirectory.open(file.resolve("below")))
                .isInstanceOf(GmpException.class)
                .hasMessageStartingWith(file.resolve("below") + ": cannot be written: ");
    }

    @Test
    void filesAppearWholeOrNotAtAll() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> AtomicFile.replace(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(GmpException.class)
                .hasMessage(file + ": cannot be written: No space left on device");
        assertThat(Files.readString(file)).isEqualTo("old");
        AtomicFile.replace(file, "new");
        assertThat(Files.readString(file)).isEqualTo("new");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of(file));
        }
        assertThatThrownBy(() -> AtomicFile.replace(folder.resolve("no/b.txt"), "x"))
                .hasMessage(folder.resolve("no/b.txt") + ": cannot be written: the folder " + folder.resolve("no")
                        + " does not exist");
    }
}
