package io.github.gmp.api.descriptor;

/** Which derivatives of its features a descriptor offers; the contract tests of gmp-testkit check that the others are refused. */
public enum Derivatives {
    /** Features only: potentials have energies, but no forces and no stress. */
    NONE,
    /**
     * {@link DescriptorEvaluation#pullback} only: potentials have forces and stress. They can be trained on, but that takes the time of a
     * pullback per feature instead of that of a pushforward.
     */
    PULLBACK,
    /** {@link DescriptorEvaluation#pullback} and {@link DescriptorEvaluation#pushforward}. */
    PULLBACK_AND_PUSHFORWARD;

    /** {@return whether there are pullbacks} */
    public boolean hasPullback() {
        return this != NONE;
    }

    /** {@return whether there are pushforwards} */
    public boolean hasPushforward() {
        return this == PULLBACK_AND_PUSHFORWARD;
    }
}
