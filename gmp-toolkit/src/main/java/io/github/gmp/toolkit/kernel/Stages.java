package io.github.gmp.toolkit.kernel;

import java.util.List;

/**
 * Parts of a computation that run one after the other, each compiled by itself.
 *
 * <p>HotSpot's compiler inlines what a loop calls, and what that calls, until its graph has 18,000 nodes (in Java 17; the operations of the
 * Vector API are some hundred nodes each before they shrink to one instruction). Vector operations beyond that remain calls, and then every
 * vector becomes an object: several times slower, for as long as the process lives, in some runs and not in others. A call site that
 * has seen three receivers or more is never inlined. All stages of all computations are called from the one in {@link #run}, so each of
 * them is compiled with a budget of its own. The call costs some nanoseconds: a stage should be worth a hundred vector operations or more.
 */
public final class Stages {
    private final Runnable[] stages;

    private Stages(Runnable[] stages) {
        this.stages = stages;
    }

    /**
     * {@return the sequence of some stages}
     *
     * @param stages what to run, in this order
     */
    public static Stages of(Runnable... stages) {
        return new Stages(List.of(stages).toArray(Runnable[]::new));
    }

    /** Runs every stage once. */
    public void run() {
        for (Runnable stage : stages) {
            stage.run();
        }
    }
}
