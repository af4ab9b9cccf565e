package io.github.gmp.io.text;

import java.io.IOException;

/** A line so long that the input cannot be what it claims to be. */
public final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    LineTooLongException(long line, int longest) {
        super("the line is longer than " + longest + " bytes");
        this.line = line;
    }

    /** {@return the number of the line, from 1} */
    public long line() {
        return line;
    }
}
