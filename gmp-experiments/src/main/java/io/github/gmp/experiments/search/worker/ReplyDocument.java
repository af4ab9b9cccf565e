package io.github.gmp.experiments.search.worker;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A {@link TrialReply} as answers and journals have it: a failure and how long it took, or all that is in {@link TrialScores}.
 *
 * @param failure why the trial did not finish, otherwise
 * @param features number of features
 * @param parameters number of trained parameters
 * @param validation errors on the validation set
 * @param test errors on the test set
 * @param operationsPerAtom floating-point operations per atom
 * @param predictSeconds processor time to predict the energy of a structure
 * @param seconds how long the trial took
 */
public record ReplyDocument(
        Optional<String> failure,
        OptionalInt features,
        OptionalLong parameters,
        Optional<TrialErrors> validation,
        Optional<TrialErrors> test,
        OptionalDouble operationsPerAtom,
        OptionalDouble predictSeconds,
        OptionalDouble seconds) {
    /**
     * {@return the document}
     *
     * @param reply a reply
     */
    public static ReplyDocument of(TrialReply reply) {
        return reply.outcome().map(ReplyDocument::of).orElseGet(() -> failed(reply));
    }

    private static ReplyDocument of(TrialScores scores) {
        return new ReplyDocument(
                Optional.empty(),
                OptionalInt.of(scores.features()),
                OptionalLong.of(scores.parameters()),
                Optional.of(scores.validation()),
                scores.test(),
                OptionalDouble.of(scores.operationsPerAtom()),
                OptionalDouble.of(scores.predictSeconds()),
                OptionalDouble.of(scores.seconds()));
    }

    private static ReplyDocument failed(TrialReply reply) {
        return new ReplyDocument(
                reply.failure(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(reply.seconds()));
    }

    /** {@return the reply; empty if it is neither a failure nor all scores} */
    public Optional<TrialReply> reply() {
        if (failure.isPresent()) {
            return Optional.of(TrialReply.failed(failure.get(), seconds.orElse(0)));
        }
        boolean whole = features.isPresent()
                && parameters.isPresent()
                && validation.isPresent()
                && operationsPerAtom.isPresent()
                && predictSeconds.isPresent()
                && seconds.isPresent();
        return whole
                ? Optional.of(TrialReply.finished(new TrialScores(
                        features.getAsInt(),
                        parameters.getAsLong(),
                        validation.get(),
                        test,
                        operationsPerAtom.getAsDouble(),
                        predictSeconds.getAsDouble(),
                        seconds.getAsDouble())))
                : Optional.empty();
    }
}
