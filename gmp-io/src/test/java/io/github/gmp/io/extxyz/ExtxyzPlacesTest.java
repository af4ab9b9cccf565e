package io.github.gmp.io.extxyz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.dataset.FramePlace;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files that are read from a frame on. */
class ExtxyzPlacesTest {
    @TempDir
    Path folder;

    /** With all that may be between frames, and a frame that is larger than the buffer of the reader. */
    private static String text() {
        String big = IntStream.range(0, 9000)
                .mapToObj(i -> "H " + i + " 0.25 0.5")
                .collect(Collectors.joining("\n", "9000\nProperties=species:S:1:pos:R:3 energy=-2\n", "\n"));
        return "\uFEFF1\r\nenergy=1 Properties=species:S:1:pos:R:3\r\nO 0 0 0\r\n\r\n\n" + big
                + "0\nempty\n2\nÅ\nH 0 0 1\nC 0 0 2\n\n";
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<FramePlace> places(Path file) throws IOException {
        try (Stream<FramePlace> places = Frames.FORMAT.places(Frames.input(file))) {
            return places.toList();
        }
    }

    @Test
    void fromEachPlaceTheRestIsThatOfTheFile() throws IOException {
        Path file = write("a.xyz", text());
        List<LabeledStructure> all = Frames.read(Frames.FORMAT, file);
        List<FramePlace> places = places(file);
        assertThat(places).extracting(FramePlace::atoms).containsExactly(1, 9000, 0, 2);
        assertThat(places).extracting(FramePlace::line).containsExactly(1L, 6L, 9008L, 9010L);
        for (int i = 0; i < places.size(); i++) {
            try (Stream<LabeledStructure> rest = Frames.FORMAT.read(Frames.input(file), places.get(i))) {
                List<LabeledStructure> frames = rest.toList();
                assertThat(frames).hasSize(places.size() - i);
                for (int k = 0; k < frames.size(); k++) {
                    LabeledStructure expected = all.get(i + k);
                    assertThat(frames.get(k).source()).isEqualTo(expected.source());
                    assertThat(frames.get(k).energy()).isEqualTo(expected.energy());
                    assertThat(frames.get(k).info()).isEqualTo(expected.info());
                    assertThat(frames.get(k).structure().positions())
                            .isEqualTo(expected.structure().positions());
                }
            }
        }
    }

    @Test
    void mistakesHaveTheSameLineAndFrame() throws IOException {
        Path file = write("b.xyz", "1\n\nO 0 0 0\n2\n\nH 0 0 0\nH 0 0 x\n1\n\nH 0 0 0\n");
        FramePlace second = places(file).get(1);
        assertThatThrownBy(() -> Frames.FORMAT.read(Frames.input(file), second).toList())
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ":7: frame 2, atom 2: ");
        assertThatThrownBy(() -> Frames.read(Frames.FORMAT, file))
                .hasMessageStartingWith(file + ":7: frame 2, atom 2: ");
    }

    @Test
    void whatIsNoFrameIsNoPlace() throws IOException {
        Path file = write("c.xyz", "1\n\nO 0 0 0\nH 0 0 0\n");
        String message =
                file + ":4: frame 2: the number of atoms was expected, got 'H 0 0 0'; is the number of atoms of frame 1"
                        + " (line 1) too small?";
        assertThatThrownBy(() -> places(file)).isInstanceOf(DataException.class).hasMessage(message);
        assertThatThrownBy(() -> Frames.read(Frames.FORMAT, file)).hasMessage(message);
    }

    @Test
    void aFileThatHasBecomeShorterIsTold() throws IOException {
        Path file = write("d.xyz", "1\n\nO 0 0 0\n1\n\nH 0 0 0\n");
        FramePlace second = places(file).get(1);
        Files.writeString(file, "1\n");
        assertThatThrownBy(() -> Frames.FORMAT.read(Frames.input(file), second))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ":4: frame 2: the file ends before it (java.io.EOFException)");
    }
}
