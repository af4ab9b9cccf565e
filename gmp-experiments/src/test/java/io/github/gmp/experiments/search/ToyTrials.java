package io.github.gmp.experiments.search;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.api.task.Worker;
import io.github.gmp.experiments.search.halving.Costs;
import io.github.gmp.experiments.search.halving.Rung;
import io.github.gmp.experiments.search.run.SearchRunner;
import io.github.gmp.experiments.search.space.DimensionConfig;
import io.github.gmp.experiments.search.space.SearchSpace;
import io.github.gmp.experiments.search.worker.TrialErrors;
import io.github.gmp.experiments.search.worker.TrialReply;
import io.github.gmp.experiments.search.worker.TrialScores;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.dataset.DataConfig;
import io.github.gmp.runtime.dataset.SplitConfig;
import io.github.gmp.runtime.executor.LocalExecutor;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Trials that take no time, of a problem whose front is known, through the real executor and as plain data. */
public final class ToyTrials {
    static final Job JOB = new Job("search", "toy", "toy", "", List.of(), Map.of(), "{}");

    private ToyTrials() {}

    /** A trial as a function of the searched values. */
    @FunctionalInterface
    public interface Trial {
        TrialScores of(Map<String, Object> values);
    }

    public static TaskExecutor.Session executor(Trial trial, int threads, BooleanSupplier cancelled) {
        Worker worker = (task, stop) -> answer(trial, task, stop);
        return new LocalExecutor().start(JOB, new TaskExecutor.Host(worker, threads, cancelled, List.of()));
    }

    private static Optional<String> answer(Trial trial, Task task, BooleanSupplier cancelled) {
        TrialReply reply;
        try {
            reply = TrialReply.finished(trial.of(values(task)));
        } catch (GmpException e) {
            reply = TrialReply.failed(e.getMessage(), 0);
        } catch (OutOfMemoryError e) {
            reply = TrialReply.failed("out of memory", 0);
        }
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(reply.toJson());
    }

    private static Map<String, Object> values(Task task) {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            PlainJson.read(task.json().getBytes(StandardCharsets.UTF_8))
                    .forEach((key, value) -> values.put((String) key, value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    /** Trials of equal work, each with the cost that it counts itself. */
    static final Costs NO_COSTS = costs(values -> OptionalDouble.empty());

    public static Costs costs(Function<Map<String, Object>, OptionalDouble> ofValues) {
        return new Costs() {
            @Override
            public double[] work(List<Attempt> attempts) {
                return new double[attempts.size()];
            }

            @Override
            public OptionalDouble operationsPerAtom(Candidate candidate) {
                return ofValues.apply(candidate.values());
            }
        };
    }

    public static SearchRunner runner(SearchConfig config) {
        return runner(config, NO_COSTS);
    }

    public static SearchRunner runner(SearchConfig config, Costs costs) {
        SearchSpace space = SearchSpace.of(config.space(), Map.of());
        List<Rung> rungs = new ArrayList<>();
        for (RungConfig rung : config.rungs()) {
            rungs.add(new Rung(rungs.size() + 1, rung.set(), Map.of(), "", Map.of(), rung.keep()));
        }
        rungs.add(new Rung(rungs.size() + 1, Map.of(), Map.of(), "", Map.of(), 1));
        return new SearchRunner(
                config,
                space,
                new SearchRunner.Setup(candidates(space), rungs, ToyTrials::attempt, ToyTrials::task, costs));
    }

    private static Attempt attempt(Candidate candidate, Rung rung) {
        Map<String, Object> values = new LinkedHashMap<>(candidate.values());
        values.putAll(rung.set());
        String hash = rung.isFull() ? candidate.hash() : ComponentSpecs.hashOf(Map.of("rung", values));
        return new Attempt(
                candidate,
                rung.number(),
                candidate.descriptor(),
                new ComponentSpec("fake", rung.set(), "regressor"),
                hash,
                candidate.refusal());
    }

    /** The searched values, and what the rung sets. */
    private static String task(Attempt attempt) {
        Map<String, Object> values = new LinkedHashMap<>(attempt.candidate().values());
        values.putAll(attempt.regressor().keys());
        return PlainJson.line(values);
    }

    private static Function<List<double[]>, Candidate> candidates(SearchSpace space) {
        return genes -> {
            Map<String, Object> values = space.values(genes);
            return new Candidate(
                    values, spec("descriptor"), spec("regressor"), ComponentSpecs.hashOf(values), Optional.empty());
        };
    }

    public static SearchConfig config(
            Map<String, DimensionConfig> space,
            Algorithm algorithm,
            List<RungConfig> rungs,
            int population,
            int generations) {
        return config(
                space, algorithm, List.of(Objective.ENERGY_MAE, Objective.COST), rungs, population, generations, 1);
    }

    public static SearchConfig config(
            Map<String, DimensionConfig> space,
            Algorithm algorithm,
            List<Objective> objectives,
            List<RungConfig> rungs,
            int population,
            int generations,
            long seed) {
        DataConfig data = new DataConfig(
                List.of(NamedFile.of(Path.of("none"))),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new SplitConfig(Optional.empty(), 0.1, 0.1, 0, Optional.empty()),
                Map.of());
        return new SearchConfig(
                "test",
                data,
                spec("descriptor"),
                spec("regressor"),
                space,
                List.of(),
                objectives,
                algorithm,
                false,
                rungs,
                Optional.empty(),
                population,
                generations,
                seed,
                spec("executor"));
    }

    public static ComponentSpec spec(String path) {
        return new ComponentSpec("fake", Map.of(), path);
    }

    /** A cost that grows with sigmas and nodes, an error that falls with both and is least for sigmas near 0.5. */
    public static TrialScores outcome(Map<String, Object> values) {
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

    /** The same with an error of the forces of its own. */
    public static TrialScores outcome(Map<String, Object> values, double forceMae) {
        TrialScores usual = outcome(values);
        TrialErrors errors = new TrialErrors(
                usual.validation().energyMae(), usual.validation().energyMaePerAtom(), Optional.of(forceMae));
        return new TrialScores(
                usual.features(), usual.parameters(), errors, Optional.empty(), usual.operationsPerAtom(), 0, 0);
    }

    public static TrialScores outcome(int features, long parameters, double error, double cost) {
        return new TrialScores(features, parameters, errors(error), Optional.of(errors(error * 1.1)), cost, 0, 0);
    }

    private static TrialErrors errors(double error) {
        return new TrialErrors(error, error / 10, Optional.of(Math.sqrt(error)));
    }
}
