package io.github.gmp.experiments.search.finished;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.experiments.compare.Compare;
import io.github.gmp.experiments.compare.CompareRequest;
import io.github.gmp.experiments.compare.CompareResult;
import io.github.gmp.experiments.search.journal.SearchFolder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.MovedFiles;
import jakarta.inject.Inject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** @param comparison trains */
    @Inject
    public Refine(Compare comparison) {
        this.comparison = comparison;
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
    private static ConfigTree configuration(FinishedSearch search, List<Long> seeds) {
        Path file = search.folder().resolve("elite").resolve("all.yaml");
        if (!Files.isRegularFile(file)) {
            throw new DataException(file + ": is missing; continue the search with --resume to have it written again");
        }
        ConfigTree elite = ConfigTree.load(file);
        Map<String, Object> asWritten = ConfigTree.load(search.folder().resolve(SearchFolder.CONFIGURATION))
                .map();
        Map<String, Object> moved = new MovedFiles(search.folder(), elite.baseDirectory()).in(asWritten);
        List<Object> descriptors = list(elite, "descriptors");
        List<Object> regressors = list(elite, "regressors");
        List<Object> pairs = list(elite, "pairs");
        if (moved.get("references") instanceof List<?> references) {
            for (Object item : references) {
                if (item instanceof Map<?, ?> reference) {
                    Object name = reference.get("name");
                    descriptors.add(Map.of("name", name, "descriptor", reference.get("descriptor")));
                    regressors.add(Map.of("name", name, "regressor", reference.get("regressor")));
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

    private static List<Object> list(ConfigTree tree, String key) {
        return new ArrayList<>(tree.find(key).map(value -> (List<?>) value).orElse(List.of()));
    }
}
