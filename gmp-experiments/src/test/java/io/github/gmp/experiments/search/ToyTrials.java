package io.github.gmp.experiments.search;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.trial.TrialExecutor;
import io.github.gmp.api.trial.TrialJob;
import io.github.gmp.api.trial.TrialTask;
import io.github.gmp.api.trial.TrialWorker;
import io.github.gmp.experiments.config.ComponentSpecs;
import io.github.gmp.experiments.files.PlainJson;
import io.github.gmp.experiments.search.worker.LocalExecutor;
import io.github.gmp.experiments.search.worker.TrialErrors;
import io.github.gmp.experiments.search.worker.TrialOutcome;
import io.github.gmp.experiments.search.worker.TrialReply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Trials that take no time, of a problem whose front is known, through the real executor and as plain data. */
final class ToyTrials {
    static final TrialJob JOB = new TrialJob("toy", "toy", "", List.of(), Map.of());

    private ToyTrials() {}

    /** A trial as a function of the searched values. */
    @FunctionalInterface
    interface Trial {
        TrialOutcome of(Map<String, Object> values);
    }

    static TrialExecutor.Session executor(Trial trial, int threads, BooleanSupplier cancelled) {
        TrialWorker worker = (task, stop) -> answer(trial, task, stop);
        return new LocalExecutor().start(JOB, new TrialExecutor.Host(worker, threads, cancelled));
    }

    private static Optional<String> answer(Trial trial, TrialTask task, BooleanSupplier cancelled) {
        TrialReply reply;
        try {
            reply = TrialReply.finished(trial.of(values(task)));
        } catch (GmpException e) {
            reply = TrialReply.failed(e.getMessage());
        } catch (OutOfMemoryError e) {
            reply = TrialReply.failed("out of memory");
        }
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(PlainJson.line(reply.toMap()));
    }

    private static Map<String, Object> values(TrialTask task) {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            PlainJson.read(task.json().getBytes(StandardCharsets.UTF_8))
                    .forEach((key, value) -> values.put((String) key, value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    static SearchRunner runner(SearchConfig config) {
        SearchSpace space = SearchSpace.of(config.space());
        return new SearchRunner(config, space, candidates(space), candidate -> PlainJson.line(candidate.values()));
    }

    private static Function<List<double[]>, Candidate> candidates(SearchSpace space) {
        return genes -> {
            Map<String, Object> values = new LinkedHashMap<>();
            int index = 0;
            for (Map.Entry<String, Dimension> entry : space.dimensions().entrySet()) {
                values.put(entry.getKey(), entry.getValue().decode(genes.get(index++)));
            }
            return new Candidate(
                    values, spec("descriptor"), spec("regressor"), ComponentSpecs.hashOf(values), Optional.empty());
        };
    }

    static ComponentSpec spec(String path) {
        return new ComponentSpec("fake", Map.of(), path);
    }

    /** A cost that grows with sigmas and nodes, an error that falls with both and is least for sigmas near 0.5. */
    static TrialOutcome outcome(Map<String, Object> values) {
        List<?> sigmas = (List<?>) values.get("descriptor.radial.sigmas");
        long nodes = (Long) values.get("regressor.nodes");
        double misplaced = sigmas.stream()
                .mapToDouble(s -> Math.abs(Math.log((Double) s / 0.5)))
                .average()
                .orElseThrow();
        double error = (0.5 / sigmas.size() + 1.0 / nodes) * (0.2 + misplaced);
        double cost = 100.0 * sigmas.size() + 3.0 * nodes * nodes;
        return outcome(sigmas.size(), nodes, error, cost);
    }

    static TrialOutcome outcome(int features, long parameters, double error, double cost) {
        return new TrialOutcome(features, parameters, errors(error), Optional.of(errors(error * 1.1)), cost, 0, 0);
    }

    private static TrialErrors errors(double error) {
        // Forces want many sigmas, whatever their place.
        return new TrialErrors(error, error / 10, Optional.of(Math.sqrt(error)));
    }
}
