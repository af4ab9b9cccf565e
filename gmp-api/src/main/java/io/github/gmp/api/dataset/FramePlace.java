package io.github.gmp.api.dataset;

/**
 * Where a frame is in a file, so that a reader can begin with it.
 *
 * @param frame number of the frame in the file, from 1
 * @param offset number of bytes before it, after decompression; 0 where the format does not tell
 * @param line number of its first line, from 1; 0 where the format does not tell
 * @param atoms number of its atoms
 */
public record FramePlace(long frame, long offset, long line, int atoms) {}
