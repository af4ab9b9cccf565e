package io.github.gmp.io.extxyz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.dataset.StructureSink;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is written reads back the same, bit by bit. */
class ExtxyzRoundTripTest {
    private static final Element[] ELEMENTS = Element.values();

    @Property(tries = 200)
    void writtenFramesReadBackTheSame(@ForAll("frames") List<LabeledStructure> frames) throws IOException {
        Path file = Files.createTempFile("round-trip", ".xyz");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                StructureSink sink = Frames.FORMAT.write(out);
                for (LabeledStructure frame : frames) {
                    sink.write(frame);
                }
                sink.finish();
            }
            List<LabeledStructure> read = Frames.read(Frames.FORMAT, file);
            assertThat(read).hasSameSizeAs(frames);
            for (int i = 0; i < frames.size(); i++) {
                assertSame(read.get(i), frames.get(i));
                assertThat(read.get(i).source()).isEqualTo(new Source(file.toString(), i + 1L));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void assertSame(LabeledStructure read, LabeledStructure written) {
        assertThat(read.structure()).isEqualTo(written.structure());
        assertThat(read.structure().atomPropertyNames())
                .containsExactlyElementsOf(written.structure().atomPropertyNames());
        assertThat(read.energy()).isEqualTo(written.energy());
        assertThat(read.forces().map(List::of).orElse(List.of()))
                .hasSize(written.forces().stream().toList().size());
        written.forces().ifPresent(f -> assertThat(read.forces().orElseThrow()).isEqualTo(f));
        written.stress().ifPresent(s -> assertThat(read.stress().orElseThrow()).isEqualTo(s));
        assertThat(read.stress().isPresent()).isEqualTo(written.stress().isPresent());
        assertThat(List.copyOf(read.info().entrySet()))
                .isEqualTo(List.copyOf(written.info().entrySet()));
    }

    @Provide
    Arbitrary<List<LabeledStructure>> frames() {
        return Arbitraries.randomValue(ExtxyzRoundTripTest::frame)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static LabeledStructure frame(Random random) {
        int atoms = random.nextInt(6);
        Element[] elements = new Element[atoms];
        for (int i = 0; i < atoms; i++) {
            elements[i] = ELEMENTS[random.nextInt(ELEMENTS.length)];
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : List.of("fixed", "charge", "my column", "größe")) {
            if (random.nextBoolean()) {
                double[] values = numbers(random, atoms);
                for (int i = 0; name.equals("fixed") && i < atoms; i++) {
                    values[i] = random.nextInt();
                }
                columns.put(name, values);
            }
        }
        LabeledStructure.Builder builder = LabeledStructure.builder(
                new AtomicStructure(elements, numbers(random, 3 * atoms), cell(random), columns),
                new Source("random", 1));
        if (random.nextBoolean()) {
            builder.energy(numbers(random, 1)[0]);
        }
        if (random.nextBoolean()) {
            builder.forces(numbers(random, 3 * atoms));
        }
        if (random.nextBoolean()) {
            double[] s = numbers(random, 6);
            builder.stress(new double[] {s[0], s[1], s[2], s[1], s[3], s[4], s[2], s[4], s[5]});
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            builder.info("key " + text(random), text(random));
        }
        return builder.build();
    }

    private static Cell cell(Random random) {
        if (random.nextInt(3) == 0) {
            return Cell.none();
        }
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            rows[i] = random.nextGaussian() + (i % 4 == 0 ? 8 : 0);
        }
        return Cell.of(rows, random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
    }

    /** Of every magnitude, with the special cases of printing: short decimals, whole numbers, zeros of both signs, subnormals. */
    private static double[] numbers(Random random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (random.nextInt(6)) {
                case 0 -> random.nextInt(2001) / 1000.0 - 1;
                case 1 -> random.nextBoolean() ? -0.0 : 0.0;
                case 2 -> random.nextInt(100);
                case 3 -> Double.MIN_VALUE * random.nextInt(1000);
                case 4 -> random.nextGaussian() * 10;
                default -> random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
            };
        }
        return values;
    }

    private static String text(Random random) {
        String characters = "aZ09_ \t\n\"'\\=,:{}[]()Tü分\uD83D\uDE00#-+.eE";
        int[] codePoints = characters.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
        }
        return text.toString();
    }
}
