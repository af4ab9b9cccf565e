package io.github.gmp.io.extxyz;

import io.github.gmp.api.dataset.NamedInput;
import io.github.gmp.api.structure.LabeledStructure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads and writes text in tests. */
final class Frames {
    static final ExtxyzFormat FORMAT = new ExtxyzFormat(ExtxyzConfig.defaults());

    private Frames() {}

    /** Reads text as the file data.xyz of a folder; messages then begin with {@code data.xyz:}. */
    static List<LabeledStructure> read(Path folder, String text) throws IOException {
        return read(FORMAT, Files.writeString(folder.resolve("data.xyz"), text));
    }

    static List<LabeledStructure> read(ExtxyzFormat format, Path file) throws IOException {
        try (Stream<LabeledStructure> frames = format.read(input(file))) {
            return frames.toList();
        }
    }

    /** A plain file; what hosts do for others is tested with them. */
    static NamedInput input(Path file) {
        return new NamedInput() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public OptionalLong length() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }

    static LabeledStructure readOne(Path folder, String... lines) throws IOException {
        List<LabeledStructure> frames = read(folder, String.join("\n", lines) + "\n");
        if (frames.size() != 1) {
            throw new AssertionError("one frame was expected, got " + frames.size());
        }
        return frames.get(0);
    }
}
