package io.github.gmp.api.structure;

/**
 * Where a structure comes from, for messages.
 *
 * @param file name of the file as the user gave it
 * @param frame number of the frame in the file, from 1
 */
public record Source(String file, long frame) {
    @Override
    public String toString() {
        return file + ", frame " + frame;
    }
}
