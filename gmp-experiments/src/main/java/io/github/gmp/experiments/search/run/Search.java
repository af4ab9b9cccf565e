package io.github.gmp.experiments.search.run;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.api.task.Worker;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.CandidateBinder;
import io.github.gmp.experiments.search.SearchBudget;
import io.github.gmp.experiments.search.SearchCancelledException;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrials;
import io.github.gmp.experiments.search.halving.Rungs;
import io.github.gmp.experiments.search.journal.Journal;
import io.github.gmp.experiments.search.journal.SearchFolder;
import io.github.gmp.experiments.search.journal.SessionLog;
import io.github.gmp.experiments.search.journal.ThreadUse;
import io.github.gmp.experiments.search.prepare.PreparedSearch;
import io.github.gmp.experiments.search.prepare.SearchedFiles;
import io.github.gmp.experiments.search.report.SearchReport;
import io.github.gmp.experiments.search.report.SearchTables;
import io.github.gmp.experiments.search.space.SearchSpace;
import io.github.gmp.experiments.search.worker.JobData;
import io.github.gmp.experiments.search.worker.TrialWorkers;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.BoundConfig;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.config.NamedFiles;
import io.github.gmp.runtime.dataset.DataEnvironment;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.executor.LocalExecutor;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.files.RunName;
import io.github.gmp.runtime.model.Provenance;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.progress.Progress;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A search from its configuration to its results in a folder. */
public final class Search {
    private final ConfigBinder binder;
    private final ComponentRegistry registry;
    private final TrialWorkers workers;
    private final Clock clock = Clock.systemUTC();

    /**
     * @param binder binds configurations
     * @param registry knows the plugins
     * @param workers makes the worker of this process
     */
    @Inject
    public Search(ConfigBinder binder, ComponentRegistry registry, TrialWorkers workers) {
        this.binder = binder;
        this.registry = registry;
        this.workers = workers;
    }

    /**
     * Checks everything that can be checked before the first trial.
     *
     * @param given the configuration
     * @param progress told about reading the data
     * @return what a search needs
     * @throws GmpException if something is wrong
     */
    private PreparedSearch prepare(ConfigTree given, Progress progress) {
        // First without the data: a misspelled key should not have to wait until they are read.
        BoundConfig<SearchConfig> asWritten = binder.bind(given, SearchConfig.class, BindingEnvironment.unknown());
        ConfigTree tree = SearchedFiles.named(given, asWritten.resolved(), binder);
        BoundConfig<SearchConfig> unfilled = binder.bind(tree, SearchConfig.class, BindingEnvironment.unknown());
        SearchConfig early = unfilled.config();
        SearchSpace space = SearchSpace.of(early.space(), unfilled.resolved());
        JobData files = workers.data();
        SplitDataset data = files.divided(early.data(), progress);
        BindingEnvironment environment = DataEnvironment.of(data);
        BoundConfig<SearchConfig> bound = binder.bind(tree, SearchConfig.class, environment);
        CandidateBinder candidates =
                new CandidateBinder(binder, bound.config(), space, tree.baseDirectory(), environment);
        Rungs rungs =
                Rungs.of(bound.config().rungs(), bound.resolved(), files, binder, environment, tree.baseDirectory());
        Consumer<Candidate> maker = candidate -> rungs.list().forEach(rung -> {
            Attempt attempt = rungs.bind(candidate, rung);
            make(attempt.descriptor(), attempt.regressor());
        });
        candidates.check(maker);
        bound.config()
                .references()
                .forEach(reference ->
                        maker.accept(Candidate.of(Map.of(), reference.descriptor(), reference.regressor())));
        PreparedSearch prepared = new PreparedSearch(tree, bound, space, candidates, rungs, files, data);
        requireForces(prepared);
        return prepared;
    }

    private static void requireForces(PreparedSearch prepared) {
        boolean known = prepared.data().validation().stream()
                .anyMatch(structure -> structure.forces().isPresent());
        if (prepared.objectives().needForces() && !known) {
            throw new DataException("objectives: force-mae needs forces, but no validation structure of "
                    + String.join(
                            ", ",
                            prepared.config().config().data().files().stream()
                                    .map(NamedFile::name)
                                    .toList())
                    + " has any");
        }
    }

    /**
     * Checks a configuration and says what a search would do. Runs a few random candidates to estimate the time, and writes nothing.
     *
     * @param tree the configuration
     * @param options how it would be run
     * @return lines for the user: the space, the number of trials, samples, the time
     * @throws GmpException if something is wrong
     */
    public List<String> preview(ConfigTree tree, SearchRequest options) {
        PreparedSearch prepared = prepare(tree, options.run().progress());
        SearchConfig config = prepared.config().config();
        SearchRunner.Setup setup =
                SearchSetup.of(prepared, registry, options.run().threads());
        SearchPreview preview = new SearchPreview(config, prepared.space(), setup);
        Worker worker = worker(job(prepared), prepared, Optional.empty(), note -> {});
        SearchEstimate estimate = SearchEstimate.of(
                preview.samples(),
                setup,
                worker,
                new SearchBudget(config),
                options.run().threads(),
                options.run().cancelled(),
                options.run().progress());
        return preview.lines(estimate);
    }

    /**
     * Runs a search and writes its results.
     *
     * @param tree the configuration
     * @param options how to run it
     * @return what to show
     * @throws SearchCancelledException if stopped
     * @throws GmpException if the configuration, the data or the folder cannot be used
     * @throws IOException if the journal cannot be written
     */
    public SearchResult run(ConfigTree tree, SearchRequest options) throws IOException {
        Instant begun = clock.instant();
        PreparedSearch prepared = prepare(tree, options.run().progress());
        SearchConfig config = prepared.config().config();
        TaskExecutor executor = registry.create(TaskExecutor.KIND, config.executor());
        Path folder = options.out().orElseGet(() -> RunName.folder(config.name()));
        try (RunDirectory directory = RunDirectory.open(folder);
                Journal journal =
                        Journal.open(directory.file(SearchFolder.JOURNAL), identity(prepared), options.resume())) {
            // At the beginning: whoever looks at a running search wants to know what it is.
            AtomicFile.replace(directory.file(SearchFolder.CONFIGURATION), resolvedYaml(prepared, directory.path()));
            SessionLog.append(directory.file(SearchFolder.SESSIONS), session(begun, executor, config, options));
            Set<String> warnings = Collections.synchronizedSet(
                    new LinkedHashSet<>(prepared.data().warnings()));
            Job job = job(prepared);
            Worker worker = worker(job, prepared, options.cache(), warnings::add);
            SearchRunner search = new SearchRunner(
                    config,
                    prepared.space(),
                    SearchSetup.of(prepared, registry, options.run().threads()));
            SearchTrials result;
            try (TaskExecutor.Session session = executor.start(
                    job,
                    new TaskExecutor.Host(
                            worker, options.run().threads(), options.run().cancelled(), registry.pluginJars()))) {
                result = search.run(
                        journal,
                        session,
                        options.run().cancelled(),
                        options.run().progress());
            }
            requireSuccess(result);
            SearchReport report = new SearchReport(prepared, result, provenance(prepared), List.copyOf(warnings));
            Optional<ThreadUse> threads = report.writeTo(directory, clock);
            SearchTables tables = report.tables();
            return new SearchResult(
                    tables.front().text(),
                    result.references().isEmpty()
                            ? List.of()
                            : tables.references().text(),
                    config.rungs().isEmpty()
                            ? List.of()
                            : tables.rungs(prepared.rungs().list()).text(),
                    threads.map(ThreadUse::line),
                    List.copyOf(warnings),
                    result.trials().size(),
                    result.failed().size(),
                    directory.path());
        }
    }

    /** How many trials another executor can run at a time is its own affair. */
    private static SessionLog.Session session(
            Instant begun, TaskExecutor executor, SearchConfig config, SearchRequest options) {
        return new SessionLog.Session(
                begun,
                config.executor().type(),
                executor instanceof LocalExecutor ? OptionalInt.of(options.run().threads()) : OptionalInt.empty());
    }

    private static String resolvedYaml(PreparedSearch prepared, Path folder) {
        return ConfigTree.of(NamedFiles.seenFrom(folder, prepared.config().resolved()), folder)
                .toYaml();
    }

    private static void requireSuccess(SearchTrials result) {
        if (result.finished().isEmpty()) {
            String first = result.failed().get(0).failure().orElseThrow();
            throw new GmpException("none of the " + result.trials().size() + " trials could be finished; the first"
                    + " failed with: " + first);
        }
    }

    private Provenance provenance(PreparedSearch prepared) {
        return Provenance.of(
                registry.pluginVersions(),
                prepared.data().hash(),
                prepared.config().hash(),
                prepared.config().config().seed(),
                clock);
    }

    /** What must not change when a search is continued. */
    private Map<String, String> identity(PreparedSearch prepared) {
        Map<String, String> identity = new TreeMap<>();
        identity.put("configuration", prepared.hash());
        identity.put("data", prepared.data().hash());
        // What the data files hold is known by the hash of the data.
        Map<String, Object> rest = new TreeMap<>(prepared.config().resolved());
        rest.keySet().removeAll(Set.of("data", "executor"));
        if (!NamedFiles.in(rest).isEmpty()) {
            identity.put("contents of files", new FileHashes().hashOf(rest));
        }
        workers.versions().forEach((name, version) -> identity.put("version of " + name, version));
        return identity;
    }

    /** Candidates share their data, and often their descriptor with its features. */
    private Worker worker(Job job, PreparedSearch prepared, Optional<Path> cache, Consumer<String> notes) {
        Worker.Environment environment = new Worker.Environment(prepared.tree().baseDirectory(), cache, List.of());
        return workers.open(job, environment, prepared.files(), notes);
    }

    private Job job(PreparedSearch prepared) {
        Map<String, String> files = new FileHashes().byName(prepared.config().resolved());
        Map<String, String> versions = workers.versions();
        String baseDirectory = prepared.tree().baseDirectory().toString();
        return new Job(
                TrialWorkers.KIND,
                ComponentSpecs.hashOf(Map.of("files", files, "versions", versions, "baseDirectory", baseDirectory)),
                prepared.config().config().name(),
                baseDirectory,
                files.entrySet().stream()
                        .map(file -> new Job.InputFile(file.getKey(), file.getValue()))
                        .toList(),
                versions,
                "{}");
    }

    /** Components find out themselves when their values do not fit together. */
    private void make(ComponentSpec descriptor, ComponentSpec regressor) {
        registry.create(Descriptor.KIND, descriptor);
        registry.create(RegressorTrainer.KIND, regressor);
    }
}
