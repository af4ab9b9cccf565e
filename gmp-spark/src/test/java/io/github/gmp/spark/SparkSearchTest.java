package io.github.gmp.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.cli.GmpMain;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code gmp search} on Spark finds what it finds on threads: on {@code local[2]}, and on two executors of which one is killed. */
@Timeout(240)
class SparkSearchTest {
    @TempDir
    static Path folder;

    private static Path config;
    private static List<String> expected;

    @BeforeAll
    static void searchOnThreads() throws IOException {
        config = SparkSearch.write(folder);
        Path run = folder.resolve("threads");
        assertThat(gmp("search", config, "--out", run, "--no-cache", "--quiet", "--threads", 2))
                .isEmpty();
        expected = SparkSearch.journal(run);
        assertThat(expected).hasSizeGreaterThan(8).noneMatch(line -> line.contains("failure"));
    }

    @Test
    void localThreadsOfSparkFindTheSame() throws IOException {
        Path run = folder.resolve("local");
        String messages = gmp(
                "search",
                config,
                "--out",
                run,
                "--no-cache",
                "--quiet",
                "--executor",
                "spark",
                "--set",
                "executor.master=local[2]");
        assertThat(messages).as("nothing of Spark's on the terminal").isEmpty();
        assertThat(SparkSearch.journal(run)).isEqualTo(expected);
    }

    @Test
    void shardsOfFeaturesAreTheSame() throws IOException {
        Path features = Files.writeString(
                folder.resolve("features.yaml"),
                "descriptor: {type: gmp, radial: {type: gaussian, sigmas: [0.4, 1.0]}, cutoff: {type: smooth, radius: 5.0}}\n");
        Path here = Files.createDirectory(folder.resolve("here"));
        Path there = Files.createDirectory(folder.resolve("there"));
        List<Object> command = List.of(
                "featurize", "--config", features, folder.resolve("water.extxyz"), "--shard-atoms", 25, "--quiet");
        gmp(with(command, "--out", here.resolve("f.npz")));
        gmp(with(command, "--out", there.resolve("f.npz"), "--executor", "spark", "--set", "executor.master=local[2]"));
        List<Path> files;
        try (Stream<Path> listed = Files.list(here)) {
            files = listed.toList();
        }
        assertThat(files).hasSize(6);
        for (Path file : files) {
            assertThat(Files.mismatch(file, there.resolve(file.getFileName())))
                    .as(file.toString())
                    .isEqualTo(-1);
        }
        try (Stream<Path> listed = Files.list(there)) {
            assertThat(listed).hasSize(6);
        }
    }

    private static Object[] with(List<Object> command, Object... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toArray();
    }

    @Test
    void executorsFindTheSameAlsoIfOneIsKilled() throws IOException, InterruptedException {
        Path run = folder.resolve("cluster");
        Path log = folder.resolve("cluster.log");
        Process driver = driver(run, log);
        try {
            while (!Files.exists(run.resolve("journal.jsonl"))
                    || Files.readAllLines(run.resolve("journal.jsonl")).size() < 2) {
                assertThat(driver.isAlive()).as(Files.readString(log)).isTrue();
                Thread.sleep(20);
            }
            ProcessHandle executor = driver.descendants().findFirst().orElseThrow();
            executor.destroyForcibly();
            assertThat(driver.waitFor()).as(Files.readString(log)).isZero();
        } finally {
            driver.destroyForcibly();
        }
        assertThat(SparkSearch.journal(run)).isEqualTo(expected);
        assertThat(Files.readString(log)).contains("Lost executor");
    }

    /** A process, since executors are started by what its environment says. */
    private static Process driver(Path run, Path log) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path home = Files.createDirectories(folder.resolve("spark"));
        Files.createDirectories(home.resolve("jars"));
        Files.createFile(home.resolve("RELEASE"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@jvm-flags",
                "--add-modules=jdk.incubator.vector",
                "-Dspark.executor.extraClassPath=" + classPath,
                // No task before both executors are there: whichever is killed then is lost, not merely late.
                "-Dspark.cores.max=2",
                "-Dspark.scheduler.minRegisteredResourcesRatio=1.0",
                "-Dspark.scheduler.maxRegisteredResourcesWaitingTime=120s",
                "-cp",
                classPath,
                GmpMain.class.getName()));
        Stream.of(
                        "search",
                        config,
                        "--out",
                        run,
                        "--no-cache",
                        "--quiet",
                        "--executor",
                        "spark",
                        "--set",
                        "executor.master=local-cluster[2,1,512]",
                        "--set",
                        "executor.conf={spark.executor.memory: 512m}")
                .map(String::valueOf)
                .forEach(command::add);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_WORKER_DIR", folder.resolve("work").toString());
        return builder.start();
    }

    /** {@return what went to standard error} */
    private static String gmp(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = GmpMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return err.toString();
    }
}
