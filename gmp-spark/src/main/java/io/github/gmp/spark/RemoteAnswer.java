package io.github.gmp.spark;

/**
 * What comes back from an executor.
 *
 * @param kind what it is
 * @param text the answer of a worker, or why it cannot run tasks
 */
record RemoteAnswer(Kind kind, String text) {
    /** What can come back. */
    enum Kind {
        /** A task was run. */
        ANSWERED,
        /** A task was told to stop. */
        CANCELLED,
        /** The worker cannot run tasks of this job. */
        REFUSED
    }

    static RemoteAnswer answered(String json) {
        return new RemoteAnswer(Kind.ANSWERED, json);
    }

    static RemoteAnswer cancelled() {
        return new RemoteAnswer(Kind.CANCELLED, "");
    }

    static RemoteAnswer refused(String message) {
        return new RemoteAnswer(Kind.REFUSED, message);
    }

    /** {@return the same as plain text, for the way} */
    String[] toTexts() {
        return new String[] {kind.name(), text};
    }

    /**
     * {@return the answer}
     *
     * @param texts what {@link #toTexts} returned
     */
    static RemoteAnswer of(String[] texts) {
        return new RemoteAnswer(Kind.valueOf(texts[0]), texts[1]);
    }
}
