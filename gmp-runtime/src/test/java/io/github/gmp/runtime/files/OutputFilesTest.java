package io.github.gmp.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gmp.api.error.GmpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Where written files appear, and what is left of those that were not finished. */
class OutputFilesTest {
    @TempDir
    Path folder;

    private List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void linksStayAndWhatTheyPointToIsReplaced() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path real = Files.writeString(data.resolve("real.txt"), "old");
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), real);
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("data", "real.txt"));
        Path chain = Files.createSymbolicLink(data.resolve("chain"), Path.of("..", "relative"));
        for (Path link : List.of(absolute, relative, chain)) {
            AtomicFile.replace(link, "by " + link.getFileName());
            assertThat(link).isSymbolicLink();
            assertThat(real).hasContent("by " + link.getFileName());
        }
        assertThat(names(folder)).containsExactly("absolute", "data", "relative");
        assertThat(names(data)).containsExactly("chain", "real.txt");
    }

    @Test
    void aLinkToNothingMakesTheFileItNames() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("data", "new.txt"));
        AtomicFile.replace(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(data.resolve("new.txt")).hasContent("new");
        Path astray = Files.createSymbolicLink(folder.resolve("astray"), Path.of("missing", "new.txt"));
        assertThatThrownBy(() -> AtomicFile.replace(astray, "new"))
                .isInstanceOf(GmpException.class)
                .hasMessage(
                        astray + ": cannot be written: the folder " + folder.resolve("missing") + " does not exist");
        assertThat(astray).isSymbolicLink();
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        Path one = folder.resolve("one");
        Files.createSymbolicLink(one, Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
        assertThatThrownBy(() -> AtomicFile.replace(one, "x"))
                .isInstanceOf(GmpException.class)
                .hasMessage(one + ": cannot be written: too many symbolic links, each pointing to the next");
        assertThat(names(folder)).containsExactly("one", "two");
    }

    @Test
    void foldersAreRefused() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), inner);
        for (Path target : List.of(inner, link)) {
            assertThatThrownBy(() -> AtomicFile.replace(target, "x"))
                    .isInstanceOf(GmpException.class)
                    .hasMessage(target + ": cannot be written: it is a folder; the name of a file was expected");
        }
        assertThat(names(folder)).containsExactly("inner", "link");
    }

    @Test
    void pipesAreRefusedAndStay() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(madePipe(pipe), "there is no mkfifo here");
        Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        for (Path target : List.of(pipe, link)) {
            assertThatThrownBy(() -> AtomicFile.replace(target, "x"))
                    .isInstanceOf(GmpException.class)
                    .hasMessage(target
                            + ": cannot be written: it is a device, pipe or socket; the name of a file was expected");
            assertThatThrownBy(() -> OutputPlace.of(target)).isInstanceOf(FileSystemException.class);
        }
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(names(folder)).containsExactly("link", "pipe");
    }

    private static boolean madePipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFileThatOnlyItsOwnerMayReadStaysSo() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(folder.resolve("a"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AtomicFile.replace(file, "new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void namesCannotBeGuessed() {
        String name = TemporaryNames.of("a.npz", TemporaryNames.FILE);
        assertThat(name)
                .matches("\\.a\\.npz\\.[0-9a-f]{12}-" + ProcessHandle.current().pid() + "-[0-9a-f]{16}\\.tmp")
                .isNotEqualTo(TemporaryNames.of("a.npz", TemporaryNames.FILE));
    }

    @Test
    void whatDeadProcessesLeftIsRemovedAndNothingElse() throws Exception {
        String own = TemporaryNames.of("a.txt", TemporaryNames.FILE);
        String pid = "-" + ProcessHandle.current().pid() + "-";
        String dead = "-" + pidOfADeadProcess() + "-";
        Files.writeString(folder.resolve(own), "being written");
        Path left = Files.writeString(folder.resolve(own.replace(pid, dead)), "left");
        Path part = Files.writeString(folder.resolve(own.replace(pid, dead).replace(".tmp", ".frame.tmp")), "left");
        Path parts = Files.createDirectory(folder.resolve(own.replace(pid, dead).replace(".tmp", ".parts")));
        Files.writeString(parts.resolve("a-00000.npz"), "left");
        String elsewhere = own.replaceAll("[0-9a-f]{12}-[0-9]+-", "0123456789ab" + dead);
        Files.writeString(folder.resolve(elsewhere), "of another machine");
        Files.writeString(folder.resolve(".notes.tmp"), "of somebody else");
        try (RunDirectory run = RunDirectory.open(folder)) {
            assertThat(left).doesNotExist();
            assertThat(part).doesNotExist();
            assertThat(parts).doesNotExist();
            assertThat(names(run.path())).containsExactlyInAnyOrder(own, elsewhere, ".notes.tmp", ".lock");
        }
    }

    private static long pidOfADeadProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return process.pid();
    }

    /** A process that is killed in the middle of a file, and one that goes on, as it is in reality. */
    @Test
    void ofAKilledProcessNothingStaysAndOfALivingOneEverything() throws Exception {
        Process killed = writer("killed.txt");
        Process living = writer("living.txt");
        try {
            assertThat(names(folder)).hasSize(2).allMatch(name -> name.endsWith(".tmp"));
            killed.destroyForcibly().waitFor();
            TemporaryNames.removeLeftovers(folder);
            assertThat(names(folder)).hasSize(1).allMatch(name -> name.startsWith(".living.txt."));
        } finally {
            killed.destroyForcibly();
            living.destroyForcibly().waitFor();
        }
        TemporaryNames.removeLeftovers(folder);
        assertThat(folder).isEmptyDirectory();
    }

    /** Returns when the process has begun with its file. */
    private Process writer(String name) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NeverFinished.class.getName(),
                        folder.resolve(name).toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('.');
        return process;
    }

    /** Begins to write a file and waits for the end of its input, which does not come. */
    static final class NeverFinished {
        private NeverFinished() {}

        public static void main(String[] arguments) throws IOException {
            AtomicFile file = AtomicFile.create(Path.of(arguments[0]), Durability.PROCESS);
            file.content().write(1);
            System.out.write('.');
            System.out.flush();
            System.in.read();
        }
    }
}
