package io.github.gmp.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Spark is told. */
class SparkSettingsTest {
    private static final Job JOB = new Job("search", "id", "small", "/data", List.of(), Map.of(), "{}");

    @TempDir
    Path folder;

    private SparkConf settings(Optional<String> master, Map<String, String> conf) {
        TaskExecutor.Host host = new TaskExecutor.Host(
                (task, stop) -> Optional.empty(), 3, () -> false, List.of(folder.resolve("mine.jar")));
        return new SparkSettings(new SparkExecutorConfig(master, conf), host).of(JOB);
    }

    @Test
    void withoutAMasterItIsThreadsOfThisProcess() {
        SparkConf settings = settings(Optional.empty(), Map.of());
        assertThat(settings.get("spark.master")).isEqualTo("local[3]");
        assertThat(settings.get("spark.app.name")).isEqualTo("gmp: small");
        assertThat(settings.get("spark.ui.enabled")).isEqualTo("false");
        assertThat(settings.contains("spark.jars")).isFalse();
    }

    @Test
    void clustersGetTheJarsAndTheKernelOfThisProcess() {
        SparkConf settings = settings(
                Optional.of("spark://there:7077"),
                Map.of("spark.executor.extraJavaOptions", "-Da=b", "spark.ui.enabled", "true"));
        assertThat(settings.get("spark.ui.enabled")).isEqualTo("true");
        assertThat(KernelChoice.ofProcess().isVector()).isTrue();
        assertThat(settings.get("spark.executor.extraJavaOptions"))
                .startsWith("--add-modules=jdk.incubator.vector ")
                .endsWith(" -Da=b");
        List<Path> jars = List.of(settings.get("spark.jars").split(",")).stream()
                .map(Path::of)
                .toList();
        assertThat(jars)
                .contains(folder.resolve("mine.jar"))
                .allMatch(Path::isAbsolute)
                .anyMatch(jar -> jar.getFileName().toString().startsWith("junit-jupiter-api"))
                .noneMatch(jar -> jar.getFileName().toString().startsWith("spark-core"));
    }

    @Test
    void jarsThatAreThereAlreadyAreNotShipped() {
        SparkConf settings = settings(Optional.of("yarn"), Map.of("spark.executor.extraClassPath", "/opt/gmp/*"));
        assertThat(settings.contains("spark.jars")).isFalse();
    }
}
