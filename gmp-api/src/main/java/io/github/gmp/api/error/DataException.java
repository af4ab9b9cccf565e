package io.github.gmp.api.error;

/** Bad input data: a malformed file, a missing label, an element that a component does not know, a non-finite value. */
public final class DataException extends GmpException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception that nothing else caused.
     *
     * @param message what is wrong, with file, frame and atom where known, what was found and what is allowed
     */
    public DataException(String message) {
        super(message);
    }

    /**
     * Makes an exception that another one caused.
     *
     * @param message what is wrong, with file, frame and atom where known, what was found and what is allowed
     * @param cause what was caught
     */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
