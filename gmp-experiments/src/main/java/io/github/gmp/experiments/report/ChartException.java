package io.github.gmp.experiments.report;

import io.github.gmp.api.error.GmpException;

/** A chart that cannot be drawn here; the numbers it would show are not lost. */
public final class ChartException extends GmpException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message why
     * @param cause what was caught
     */
    public ChartException(String message, Throwable cause) {
        super(message, cause);
    }
}
