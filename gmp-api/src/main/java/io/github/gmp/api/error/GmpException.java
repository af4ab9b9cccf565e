package io.github.gmp.api.error;

/**
 * A problem that the user can solve. The message says what is wrong, where, what was found and what is allowed; hosts
 * print it without a stack trace and exit with code 2.
 */
public class GmpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    /**
     * Makes an exception that nothing else caused.
     *
     * @param message the complete message for the user
     */
    public GmpException(String message) {
        super(message);
        this.message = message;
    }

    /**
     * Makes an exception that another one caused.
     *
     * @param message the complete message for the user
     * @param cause what was caught
     */
    public GmpException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** {@return the complete message for the user} */
    @Override
    public String getMessage() {
        return message;
    }
}
