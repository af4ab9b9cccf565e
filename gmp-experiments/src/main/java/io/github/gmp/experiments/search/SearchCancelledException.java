package io.github.gmp.experiments.search;

/** The user stopped the search; all finished trials are in its journal. */
public final class SearchCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SearchCancelledException() {
        super("the search was stopped");
    }
}
