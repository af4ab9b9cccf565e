package io.github.gmp.experiments.search.finished;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.experiments.compare.Compare;
import io.github.gmp.experiments.compare.CompareRequest;
import io.github.gmp.experiments.compare.CompareResult;
import io.github.gmp.experiments.search.journal.SearchFolder;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.FileLookup;
import jakarta.inject.Inject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Trains the front of a finished search again, with several seeds, beside the hand-picked pairs: what was chosen for its error on one
 * validation set with one seed looks better than it is. The training is that of {@code gmp compare}, in the folder {@code refine} of the
 * search; finished trainings are kept.
 */
public final class Refine {
    private static final String FOLDER = "refine";

    private final Compare comparison;
    private final ConfigBinder binder;

    /**
     * @param comparison trains
     * @param binder binds the hand-picked pairs
     */
    @Inject
    public Refine(Compare comparison, ConfigBinder binder) {
        this.comparison = comparison;
        this.binder = binder;
    }

    /**
     * Trains what was not trained before, and writes {@code refine.html}, {@code refine.json} and {@code refine.csv}.
     *
     * @param request what to refine
     * @return what to show
     * @throws DataException if there is no finished search
     * @throws GmpException if no training could be finished
     */
    public RefineResult run(RefineRequest request) {
        FinishedSearch search = FinishedSearch.read(request.search());
        CompareResult summary = comparison.run(new CompareRequest(
                request.changes().apply(configuration(search, request.seeds())),
                Optional.empty(),
                Optional.of(request.search().resolve(FOLDER)),
                request.cache(),
                OptionalLong.empty(),
                request.command(),
                request.run()));
        RefinedFront front = RefinedFront.of(search, summary.trials());
        Path folder = request.search().resolve(FOLDER);
        front.writeTo(folder);
        return new RefineResult(front.table().text(), folder.resolve(RefinedFront.PAGE), summary);
    }

    /** The elite as the search wrote it, and the hand-picked pairs, which deserve the same. */
    private ConfigTree configuration(FinishedSearch search, List<Long> seeds) {
        Path file = search.folder().resolve("elite").resolve("all.yaml");
        if (!Files.isRegularFile(file)) {
            throw new DataException(file + ": is missing; continue the search with --resume to have it written again");
        }
        ConfigTree elite = ConfigTree.load(file);
        ConfigTree searched = ConfigTree.load(search.folder().resolve(SearchFolder.CONFIGURATION));
        List<Object> descriptors = list(elite, "descriptors");
        List<Object> regressors = list(elite, "regressors");
        List<Object> pairs = list(elite, "pairs");
        if (searched.map().get("references") instanceof List<?> references) {
            for (Object item : references) {
                if (item instanceof Map<?, ?> reference) {
                    Object name = reference.get("name");
                    descriptors.add(Map.of("name", name, "descriptor", component("descriptor", reference, searched)));
                    regressors.add(Map.of("name", name, "regressor", component("regressor", reference, searched)));
                    pairs.add(Map.of("descriptor", name, "regressor", name));
                }
            }
        }
        return elite.with("descriptors", descriptors)
                .with("regressors", regressors)
                .with("pairs", pairs)
                .with("seeds", seeds)
                .with("forces", search.objectives().needForces());
    }

    /** Bound where the search lies, so that its files are known wherever the comparison is written to. */
    private Map<String, Object> component(String kind, Map<?, ?> reference, ConfigTree searched) {
        Object component = Objects.requireNonNullElse(reference.get(kind), Map.of());
        return ComponentSpecs.toMap(binder.bindComponent(
                kind,
                component,
                "references." + reference.get("name") + "." + kind,
                BindingEnvironment.unknown(),
                FileLookup.in(searched.baseDirectory())));
    }

    private static List<Object> list(ConfigTree tree, String key) {
        return new ArrayList<>(tree.find(key).map(value -> (List<?>) value).orElse(List.of()));
    }
}
