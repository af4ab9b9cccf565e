package io.github.gmp.io.extxyz;

import io.github.gmp.api.dataset.StructureSink;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.io.file.AtomicFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes frames to a file that appears on commit. Not thread-safe. */
final class ExtxyzSink implements StructureSink {
    private enum State {
        OPEN,
        BROKEN,
        DONE
    }

    private final AtomicFile file;
    private final String name;
    private State state = State.OPEN;

    ExtxyzSink(AtomicFile file, String name) {
        this.file = file;
        this.name = name;
    }

    @Override
    public void write(LabeledStructure frame) throws IOException {
        requireOpen();
        // The text of the whole frame first: a frame that is refused leaves nothing behind.
        byte[] text = FrameWriter.text(frame).getBytes(StandardCharsets.UTF_8);
        try {
            file.content().write(text);
        } catch (IOException e) {
            state = State.BROKEN;
            throw new IOException("cannot write " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void commit() throws IOException {
        requireOpen();
        state = State.BROKEN;
        try {
            file.commit();
        } catch (IOException e) {
            throw new IOException("cannot write " + name + ": " + e.getMessage(), e);
        }
        state = State.DONE;
    }

    private void requireOpen() throws IOException {
        switch (state) {
            case OPEN -> {}
            case BROKEN -> throw new IOException("cannot write " + name + ": an earlier write failed");
            case DONE -> throw new IllegalStateException(name + " is already complete");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
