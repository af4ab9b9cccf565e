package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code gmp} in a JVM of its own, to be killed or interrupted. */
final class GmpProcess {
    /** Only what hangs takes as long, however busy the machine is. */
    private static final long PATIENCE_SECONDS = 3600;

    private static final int SIGINT = 2;

    private final Process process;

    private GmpProcess(Process process) {
        this.process = process;
    }

    /**
     * {@return the process, running}
     *
     * @param log receives all output
     * @param arguments the command line
     */
    static GmpProcess start(Path log, Object... arguments) throws IOException {
        return startIn(Path.of("").toAbsolutePath(), log, arguments);
    }

    /** The same in another working directory. */
    static GmpProcess startIn(Path workingDirectory, Path log, Object... arguments) throws IOException {
        // Surefire's own class path is a jar that only points to the real one.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As here: the other kernel would give other last bits.
                "--add-modules",
                "jdk.incubator.vector",
                // What is asserted is said and saved, not how long a busy machine needs for it.
                "-Dgmp.patience=" + PATIENCE_SECONDS,
                "-cp",
                classPath,
                GmpMain.class.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return new GmpProcess(new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    /** Waits until a file has that many lines. */
    void waitForLines(Path file, int count) throws IOException, InterruptedException {
        waitUntil(() -> Files.exists(file) && Files.readAllLines(file).size() >= count);
    }

    /** Waits until a folder has that many files. */
    void waitForFiles(Path folder, int count) throws IOException, InterruptedException {
        waitUntil(() -> Files.isDirectory(folder) && filesIn(folder) >= count);
    }

    static int filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }

    private interface State {
        boolean isReached() throws IOException;
    }

    private void waitUntil(State state) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!state.isReached()) {
            // It may have come to its end since.
            assertThat(process.isAlive() || state.isReached())
                    .as("the process still runs, or has done it")
                    .isTrue();
            assertThat(System.nanoTime()).as("the process gets on").isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** SIGKILL: nothing more is said or written. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(exitCode()).isNotZero();
    }

    /** The same at a moment at which it may have come to its end. */
    void killIfAlive() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs /bin/kill to send SIGINT");
        assumeTrue(
                obeysInterrupts(),
                "SIGINT is ignored: the tests were started in the background by a shell, and children inherit it");
        new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private boolean obeysInterrupts() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return true;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .allMatch(ignored -> (ignored & 1L << SIGINT - 1) == 0);
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
