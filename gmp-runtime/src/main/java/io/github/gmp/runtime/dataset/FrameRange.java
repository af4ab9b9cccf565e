package io.github.gmp.runtime.dataset;

import io.github.gmp.api.dataset.FramePlace;

import java.nio.file.Path;

/**
 * Frames of one file.
 *
 * @param file the file
 * @param first place of the first
 * @param frames how many
 */
public record FrameRange(Path file, FramePlace first, long frames) {
    /** {@return the same with the frame after the last} */
    public FrameRange longer() {
        return new FrameRange(file, first, frames + 1);
    }
}
