package io.github.gmp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class BenchmarkReportTest {
    private final JmhResults results = new JmhResults();

    private static String result(String benchmark, String params, String rawData, String more) {
        return "{\"benchmark\": \"io.github.gmp.benchmarks." + benchmark + "\", \"jdkVersion\": \"17.0.1\","
                + " \"vmName\": \"VM\", \"forks\": 2, \"warmupIterations\": 2, \"warmupTime\": \"2 s\","
                + " \"measurementIterations\": 2, \"measurementTime\": \"1 s\", \"jvmArgs\": [\"-flag\"],"
                + " \"params\": "
                + params + ", \"primaryMetric\": {\"scoreUnit\": \"us/op\", \"rawData\": " + rawData + "}" + more + "}";
    }

    private static String workload(String method, String name, String rawData) {
        return result("DescriptorBenchmark." + method, "{\"workload\": \"" + name + "\"}", rawData, "");
    }

    private void add(String... parts) throws IOException {
        results.add("[" + String.join(", ", parts) + "]");
    }

    private String text() {
        return new BenchmarkReport(results).text("a processor, 2 cores");
    }

    @Test
    void timesArePerAtom() throws IOException {
        add(
                workload("features", "w1-solid-3", "[[42, 42], [42, 42]]"),
                workload("pullback", "w1-solid-3", "[[63, 63], [63, 63]]"),
                workload("pushforward", "w1-solid-3", "[[84, 84], [84, 84]]"));

        assertThat(text())
                .contains("a processor, 2 cores, JDK 17.0.1 (VM)")
                .contains("3 σ | 2.00 ± 0 (2.00) | – | – | 3.00 ± 0 (3.00) | 4.00 ± 0 (4.00) | 1.33 |");
    }

    @Test
    void goalsAreComparedWithMeans() throws IOException {
        add(
                workload("features", "w4-bp-1", "[[10496, 10496]]"),
                workload("featuresAndPullback", "w4-bp-1", "[[51200, 51200]]"));

        assertThat(text())
                .contains("BP set 1 | features | 41.0 | 75.0 | yes | 30.0 | 410 | 10.0 |")
                .contains("BP set 1 | features + pullback | 200 | 170 | no | 80.0 | 870 | 4.35 |");
    }

    @Test
    void errorIsOfAllIterationsOfAllProcesses() throws IOException {
        add(workload("features", "w2-bp-1", "[[21, 42], [63, 84]]"));

        // Mean 2.5, standard deviation 1.2910, Student's t of 3 degrees of freedom at 99.95 % 12.924: 12.924 · 1.2910 /
        // 2.
        assertThat(text()).contains("W2 BP set 1 (156), aspirin, 10 Å | 2.50 ± 8.34 (1.00) |");
    }

    @Test
    void shareOfTheNeighborList() throws IOException {
        add(
                workload("features", "w3-gmp-2-10", "[[200, 200]]"),
                result("NeighborListBenchmark.build", "{\"list\": \"copper/15\"}", "[[30, 30]]", ""));

        assertThat(text()).contains("| W3 bulk Cu 256, 15 Å, GMP(2,10) | 15.0 |");
    }

    @Test
    void scalingHasSpeedUpAndMemory() throws IOException {
        String memory = ", \"secondaryMetrics\": {\"gc.alloc.rate.norm\": {\"score\": 2048},"
                + " \"mempool.Tenured Gen.used\": {\"score\": 4096}}";
        add(
                result(
                        "ScalingBenchmark.features",
                        "{\"cells\": \"4\", \"threads\": \"1\"}",
                        "[[512, 512, 512]]",
                        memory),
                result(
                        "ScalingBenchmark.features",
                        "{\"cells\": \"4\", \"threads\": \"2\"}",
                        "[[256, 256, 256]]",
                        memory));

        assertThat(text()).contains("| 256 | 2.00 ± 0 (2.00) | 1.00 ± 0 (1.00) | 2.00 | 8.00 | 4.00 |");
    }

    @Test
    void repeatedRunsArePooled() throws IOException {
        add(workload("features", "w2-bp-1", "[[21, 21]]"));
        add(workload("features", "w2-bp-1", "[[63, 63]]"));

        assertThat(results.find("DescriptorBenchmark.features w2-bp-1")
                        .orElseThrow()
                        .mean())
                .isEqualTo(42);
    }

    @Test
    void processorTimeStandsForWallClockTime() throws IOException {
        String processor = ", \"secondaryMetrics\": {\"processor.norm\": {\"score\": 42000, \"scoreUnit\": \"ns/op\","
                + " \"rawData\": [[42000, 42000, 42000]]}}";
        add(result("DescriptorBenchmark.features", "{\"workload\": \"w2-bp-1\"}", "[[100, 90, 80]]", processor));

        assertThat(text())
                .contains("W2 BP set 1 (156), aspirin, 10 Å | 2.00 ± 0 (2.00) |")
                .contains("| `DescriptorBenchmark` | processor time; ");
    }

    @Test
    void processorAndWallClockTimeAreNotMixed() throws IOException {
        String processor = ", \"secondaryMetrics\": {\"processor.norm\": {\"score\": 1, \"scoreUnit\": \"ns/op\","
                + " \"rawData\": [[1, 1, 1]]}}";
        add(workload("features", "w2-bp-1", "[[21, 21]]"));
        String other = result("DescriptorBenchmark.features", "{\"workload\": \"w4-bp-1\"}", "[[1, 1]]", processor);

        assertThatThrownBy(() -> add(other))
                .hasMessageContaining("wall-clock time")
                .hasMessageContaining("processor time");
    }

    @Test
    void differentSettingsAreRefused() throws IOException {
        add(workload("features", "w2-bp-1", "[[21, 21]]"));
        String other = workload("features", "w2-bp-1", "[[1, 1]]").replace("-flag", "-other");

        assertThatThrownBy(() -> add(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DescriptorBenchmark was run under different settings")
                .hasMessageContaining("-flag")
                .hasMessageContaining("-other");
    }
}
