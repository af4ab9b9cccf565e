package io.github.gmp.experiments.search;

import com.google.inject.Inject;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.experiments.GmpVersion;
import io.github.gmp.experiments.config.BindingEnvironment;
import io.github.gmp.experiments.config.BoundConfig;
import io.github.gmp.experiments.config.ConfigBinder;
import io.github.gmp.experiments.config.ConfigTree;
import io.github.gmp.experiments.dataset.DataEnvironment;
import io.github.gmp.experiments.dataset.Dataset;
import io.github.gmp.experiments.dataset.DatasetLoader;
import io.github.gmp.experiments.dataset.SplitDataset;
import io.github.gmp.experiments.dataset.Splitter;
import io.github.gmp.experiments.features.FeatureCache;
import io.github.gmp.experiments.features.FeatureProvider;
import io.github.gmp.experiments.features.Featurizer;
import io.github.gmp.experiments.files.RunDirectory;
import io.github.gmp.experiments.files.RunName;
import io.github.gmp.experiments.model.Provenance;
import io.github.gmp.experiments.plugin.ComponentRegistry;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.trial.EpochListener;
import io.github.gmp.experiments.trial.TrialRequest;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.experiments.trial.TrialRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A search from its configuration to its results in a folder. */
public final class SearchSession {

    private final ConfigBinder binder;
    private final ComponentRegistry registry;
    private final DatasetLoader loader;
    private final Featurizer featurizer;
    private final TrialRunner runner;

    /**
     * @param binder binds configurations
     * @param registry knows the plugins
     * @param loader reads the data
     * @param featurizer computes features that no earlier trial computed
     * @param runner runs trials
     */
    @Inject
    public SearchSession(
            ConfigBinder binder,
            ComponentRegistry registry,
            DatasetLoader loader,
            Featurizer featurizer,
            TrialRunner runner) {
        this.binder = binder;
        this.registry = registry;
        this.loader = loader;
        this.featurizer = featurizer;
        this.runner = runner;
    }

    /**
     * How a search is run; nothing here changes what it finds.
     *
     * @param out folder for the results; runs/NAME if empty
     * @param resume whether to continue what is there
     * @param threads trials to run at a time
     * @param cancelled when true, stop; all finished trials are kept
     * @param progress told about every trial
     * @param cache folder that remembers features between runs; none if empty
     */
    public record Options(
            Optional<Path> out,
            boolean resume,
            int threads,
            BooleanSupplier cancelled,
            Progress progress,
            Optional<Path> cache) {}

    /**
     * What to show at the end.
     *
     * @param table the front, ascending in cost, as lines for a terminal
     * @param references hand-picked pairs beside it, as lines for a terminal; none if there are none
     * @param warnings what the user should know
     * @param trials number of trials
     * @param failed how many of them failed
     * @param folder where the results are
     */
    public record Outcome(
            List<String> table, List<String> references, List<String> warnings, int trials, int failed, Path folder) {
        /** @return the page to look at */
        public Path report() {
            return folder.resolve("report.html");
        }

        /** @return the front as configurations for {@code gmp compare} */
        public Path elite() {
            return folder.resolve("elite").resolve("all.yaml");
        }
    }

    /**
     * A configuration that passed all checks, with its data.
     *
     * @param tree the configuration as the user wrote it
     * @param config the configuration
     * @param space its space
     * @param candidates makes candidates
     * @param data the divided data
     * @param identity what must not change when a search is continued
     */
    record Prepared(
            ConfigTree tree,
            BoundConfig<SearchConfig> config,
            SearchSpace space,
            CandidateBinder candidates,
            SplitDataset data,
            Map<String, String> identity) {}

    /**
     * Checks everything that can be checked before the first trial.
     *
     * @param tree the configuration
     * @param progress told about reading the data
     * @return what a search needs
     * @throws GmpException if something is wrong
     */
    private Prepared prepare(ConfigTree tree, Progress progress) {
        // First without the data: a misspelled key should not have to wait until they are read.
        SearchConfig early = binder.bind(tree, SearchConfig.class, BindingEnvironment.unknown())
                .config();
        SearchSpace space = SearchSpace.of(early.space());
        Dataset dataset = loader.load(early.data(), tree.baseDirectory(), progress);
        SplitDataset data = Splitter.split(dataset, early.data().split());
        BindingEnvironment environment = DataEnvironment.of(data);
        BoundConfig<SearchConfig> bound = binder.bind(tree, SearchConfig.class, environment);
        CandidateBinder candidates =
                new CandidateBinder(binder, bound.config(), space, tree.baseDirectory(), environment);
        candidates.check(candidate -> make(candidate.descriptor(), candidate.regressor(), tree.baseDirectory()));
        bound.config()
                .references()
                .forEach(reference -> make(reference.descriptor(), reference.regressor(), tree.baseDirectory()));
        Map<String, String> identity = new TreeMap<>();
        identity.put("configuration", bound.hash());
        identity.put("data", data.hash());
        versions().forEach((name, version) -> identity.put("version of " + name, version));
        return new Prepared(tree, bound, space, candidates, data, identity);
    }

    /**
     * Checks a configuration and says what a search would do, without running anything.
     *
     * @param tree the configuration
     * @param progress told about reading the data
     * @return lines for the user: the space, the number of trials, samples
     * @throws GmpException if something is wrong
     */
    public List<String> preview(ConfigTree tree, Progress progress) {
        Prepared prepared = prepare(tree, progress);
        return new SearchPreview(prepared.config().config(), prepared.space(), prepared.candidates()::bind).lines();
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
    public Outcome run(ConfigTree tree, Options options) throws IOException {
        Prepared prepared = prepare(tree, options.progress());
        SearchConfig config = prepared.config().config();
        Path folder = options.out().orElseGet(() -> RunName.folder(config.name()));
        try (RunDirectory directory = RunDirectory.open(folder);
                Journal journal =
                        Journal.open(directory.file("journal.jsonl"), prepared.identity(), options.resume())) {
            Set<String> warnings = Collections.synchronizedSet(
                    new LinkedHashSet<>(prepared.data().warnings()));
            FeatureCache features = cache(prepared, options, folder, warnings::add);
            SearchRunner search = new SearchRunner(
                    config,
                    prepared.space(),
                    prepared.candidates()::bind,
                    (candidate, cancelled) -> tryOut(prepared, candidate, features, cancelled));
            SearchResult result = search.run(journal, options.threads(), options.cancelled(), options.progress());
            requireSuccess(result);
            SearchReport report = new SearchReport(prepared, result, provenance(prepared), List.copyOf(warnings));
            report.writeTo(directory);
            SearchTables tables = report.tables();
            return new Outcome(
                    tables.front().text(),
                    result.references().isEmpty()
                            ? List.of()
                            : tables.references().text(),
                    List.copyOf(warnings),
                    result.trials().size(),
                    result.trials().size() - result.finished().size(),
                    directory.path());
        }
    }

    private static void requireSuccess(SearchResult result) {
        if (result.finished().isEmpty()) {
            String first = result.trials().get(0).failure().orElseThrow();
            throw new GmpException("none of the " + result.trials().size() + " trials could be finished; the first"
                    + " failed with: " + first);
        }
    }

    private Provenance provenance(Prepared prepared) {
        return Provenance.of(
                registry.pluginVersions(),
                prepared.data().hash(),
                prepared.config().hash(),
                prepared.config().config().seed(),
                Clock.systemUTC());
    }

    /** Candidates often share their descriptor, and a resumed search asks for those of the first run again. */
    private FeatureCache cache(Prepared prepared, Options options, Path folder, Consumer<String> notes) {
        FeatureCache.Location location = new FeatureCache.Location(
                options.cache().orElse(folder),
                prepared.tree().baseDirectory(),
                options.cache().isPresent());
        return new FeatureCache(featurizer, location, versions(), notes);
    }

    private Map<String, String> versions() {
        return GmpVersion.ofResults(registry.pluginVersions());
    }

    /** Components find out themselves when their values do not fit together. */
    private void make(ComponentSpec descriptor, ComponentSpec regressor, Path baseDirectory) {
        registry.create(Descriptor.KIND, descriptor, baseDirectory);
        registry.create(RegressorTrainer.KIND, regressor, baseDirectory);
    }

    private TrialOutcome tryOut(
            Prepared prepared, Candidate candidate, FeatureProvider features, BooleanSupplier cancelled) {
        SearchConfig config = prepared.config().config();
        // One thread per trial: trials side by side use the processors better than threads within a small one.
        TrialRequest request = new TrialRequest(
                candidate.descriptor(),
                candidate.regressor(),
                prepared.data(),
                prepared.tree().baseDirectory(),
                candidate.seed(config.seed()),
                1,
                EpochListener.none(),
                cancelled,
                false,
                Checkpoints.none());
        long start = System.nanoTime();
        TrialResult result = runner.run(request, features, Progress.silent());
        return new TrialOutcome(
                result.features(),
                result.parameters(),
                config.objective().of(result.validation()),
                result.test().map(config.objective()::of),
                result.operationsPerAtom(),
                result.times().predictSecondsPerStructure(),
                (System.nanoTime() - start) * 1e-9);
    }
}
