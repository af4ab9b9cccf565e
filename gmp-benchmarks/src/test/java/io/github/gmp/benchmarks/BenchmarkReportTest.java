package io.github.gmp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class BenchmarkReportTest {
    private static String result(String benchmark, String params, double score) {
        return "{\"benchmark\": \"io.github.gmp.benchmarks." + benchmark
                + "\", \"jdkVersion\": \"17.0.1\", \"vmName\": \"VM\"," + " \"params\": " + params
                + ", \"primaryMetric\": {\"score\": " + score + ", \"scoreError\": 2.1}}";
    }

    @Test
    void timesArePerAtom() throws IOException {
        BenchmarkReport report = new BenchmarkReport();
        report.add("[" + result("DescriptorBenchmark.features", "{\"workload\": \"w1-solid-3\"}", 42) + ", "
                + result("DescriptorBenchmark.pullback", "{\"workload\": \"w1-solid-3\"}", 63) + ", "
                + result("DescriptorBenchmark.pushforward", "{\"workload\": \"w1-solid-3\"}", 84) + ", "
                + result("ScalingBenchmark.features", "{\"cells\": \"4\", \"threads\": \"1\"}", 512) + ", "
                + result("ScalingBenchmark.features", "{\"cells\": \"4\", \"threads\": \"2\"}", 256) + "]");

        String text = report.text("a processor");

        assertThat(text)
                .contains("a processor", "JDK 17.0.1 (VM)")
                .contains(
                        "| W1 aspirin, 10 Å, solid order norm, orders 0–7, 3 σ | 2.00 ± 0.100 | – | 3.00 ± 0.100 | 1.33 |")
                .contains("| 256 | 2.00 ± 0.00820 | 1.00 ± 0.00820 | 2.00 |");
    }
}
