package io.github.gmp.io.extxyz;

/** A comment line that is not a sequence of keys and values. */
final class CommentSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    CommentSyntaxException(String message) {
        super(message);
    }
}
