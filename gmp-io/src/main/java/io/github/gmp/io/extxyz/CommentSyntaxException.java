package io.github.gmp.io.extxyz;

/** A comment line that is not a sequence of keys and values. */
final class CommentSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    CommentSyntaxException(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
