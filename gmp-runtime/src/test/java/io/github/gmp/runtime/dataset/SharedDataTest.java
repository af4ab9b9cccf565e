package io.github.gmp.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.fixtures.SharedFolder;
import io.github.gmp.runtime.RuntimeTestHost;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The first frames of every data set in the shared folder, where there is one. */
class SharedDataTest {
    private static final int FRAMES = 50;

    @TestFactory
    List<DynamicTest> everyFile() throws IOException {
        Optional<Path> data =
                SharedFolder.find().map(shared -> shared.resolve("data")).filter(Files::isDirectory);
        assumeTrue(data.isPresent(), SharedFolder.ABSENT);
        try (Stream<Path> files = Files.walk(data.orElseThrow())) {
            List<DynamicTest> tests = files.filter(SharedDataTest::isClaimed)
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> read(file)))
                    .toList();
            assertThat(tests).hasSizeGreaterThan(20);
            return tests;
        }
    }

    private static DatasetFormat format(Path file) {
        return RuntimeTestHost.get(DatasetFormats.class).formatOf(Optional.empty(), file);
    }

    private static boolean isClaimed(Path file) {
        try {
            return !Files.isDirectory(file) && format(file) != null;
        } catch (DataException e) {
            return false;
        }
    }

    private static void read(Path file) {
        String name = file.getFileName().toString();
        boolean isolated = name.startsWith("iso");
        List<LabeledStructure> frames;
        try (Stream<LabeledStructure> stream = DatasetFormats.open(format(file), file)) {
            frames = stream.limit(FRAMES).toList();
        }
        int expected = isolated || name.startsWith("H2O") || name.startsWith("AlAuMgO") ? frames.size() : FRAMES;
        assertThat(frames).isNotEmpty().hasSize(expected);
        for (LabeledStructure frame : frames) {
            assertThat(frame.structure().size()).isPositive();
            assertThat(frame.energy()).as("%s", frame.source()).isPresent();
            assertThat(frame.labelKeys()).containsEntry("energy", "energy");
            assertThat(frame.forces().isPresent())
                    .as("%s", frame.source())
                    .isEqualTo(!isolated && !name.startsWith("qm9"));
            assertThat(frame.structure().cell().isFullyPeriodic()).isEqualTo(isPeriodic(file));
        }
    }

    private static boolean isPeriodic(Path file) {
        String folder = file.getParent().getFileName().toString();
        return List.of("oc20-sample", "nbmotaw", "mlearn", "water", "n2p2", "tantalum")
                .contains(folder);
    }
}
