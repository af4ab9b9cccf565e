package io.github.gmp.cli;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.experiments.compare.CompareResult;
import io.github.gmp.experiments.search.finished.Overlay;
import io.github.gmp.experiments.search.finished.OverlayResult;
import io.github.gmp.experiments.search.finished.Refine;
import io.github.gmp.experiments.search.finished.RefineRequest;
import io.github.gmp.experiments.search.finished.RefineResult;
import io.github.gmp.experiments.search.report.SearchStatus;
import io.github.gmp.runtime.files.RunName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code gmp search} does with the folder of a search, instead of searching. */
final class SearchFolderOptions {
    private static final int INCOMPLETE = 2;
    private static final int STOPPED = 130;
    private static final Set<String> ALWAYS = Set.of("--threads", "--quiet", "--log-level", "--plugins");
    private static final Map<String, Set<String>> OTHERS = Map.of(
            "--status", Set.of(),
            "--refine", Set.of("--seeds", "--seed", "--set", "--cache", "--no-cache"),
            "--overlay", Set.of("--out"));

    @Option(
            names = "--status",
            paramLabel = "DIR",
            description = "Show how far the search in a folder is, running or finished, and its front so far.")
    private @Nullable Path status;

    @Option(
            names = "--refine",
            paramLabel = "DIR",
            description =
                    "Train the front of a finished search again with several seeds, beside its references; what was"
                            + " trained before is kept.")
    private @Nullable Path refine;

    @Option(names = "--seeds", paramLabel = "N", split = ",", description = "Seeds for --refine (default: 1,2,3).")
    private List<Long> seeds = List.of(1L, 2L, 3L);

    @Option(
            names = "--overlay",
            paramLabel = "DIR",
            arity = "1..*",
            description =
                    "Show the hypervolume over trials of several finished searches in one plot and table; searches"
                            + " that differ in their seed only as mean and deviation. Results go to --out (default:"
                            + " runs/overlay).")
    private List<Path> overlay = List.of();

    /** {@return the options that were given, of which only one can be done} */
    List<String> given() {
        List<String> given = new ArrayList<>();
        if (status != null) {
            given.add("--status");
        }
        if (refine != null) {
            given.add("--refine");
        }
        if (!overlay.isEmpty()) {
            given.add("--overlay");
        }
        return given;
    }

    /**
     * {@return the first that means nothing there}
     *
     * @param task one of these options, or CONFIG
     * @param options names of all options that were given
     */
    static Optional<String> stray(String task, List<String> options) {
        if (!OTHERS.containsKey(task)) {
            return options.stream().filter("--seeds"::equals).findFirst();
        }
        return options.stream()
                .filter(option -> !option.equals(task) && !ALWAYS.contains(option))
                .filter(option -> !OTHERS.getOrDefault(task, Set.of()).contains(option))
                .findFirst();
    }

    int run(CommandSupport support, ConfigOverrides overrides, CacheOptions cache, Optional<Path> out, String command)
            throws IOException {
        if (!overlay.isEmpty()) {
            return show(Overlay.write(overlay, out.orElseGet(() -> RunName.folder("overlay"))), support);
        }
        if (status != null) {
            SearchStatus found = support.injector().getInstance(SearchStatus.class);
            found.lines(status, Clock.systemUTC()).forEach(support.out()::println);
            return 0;
        }
        if (support.options().seed().isPresent()) {
            throw new GmpException("--seed is that of a search; the seeds of --refine are given with --seeds");
        }
        Path search = Optional.ofNullable(refine).orElseThrow();
        RefineResult outcome = support.injector()
                .getInstance(Refine.class)
                .run(new RefineRequest(search, seeds, overrides::apply, cache.folder(), command, support.run()));
        return show(outcome, support);
    }

    private static int show(OverlayResult outcome, CommandSupport support) {
        outcome.table().forEach(support.out()::println);
        support.out().println();
        if (!outcome.equalCost().isEmpty()) {
            support.out()
                    .println("Lowest validation error of all trials that cost no more (test error of the same trial):");
            support.out().println();
            for (List<String> table : outcome.equalCost()) {
                table.forEach(support.out()::println);
                support.out().println();
            }
        }
        outcome.notes().forEach(note -> support.out().println("note: " + note));
        support.out().println("Report: " + outcome.report());
        return 0;
    }

    private static int show(RefineResult outcome, CommandSupport support) {
        CompareResult trainings = outcome.trainings();
        support.out().println("Trained again (mean ± standard deviation over the seeds; ● front of the means):");
        support.out().println();
        outcome.table().forEach(support.out()::println);
        support.out().println();
        trainings.failures().forEach(failure -> support.out().println("failed: " + failure));
        if (trainings.reused() > 0) {
            support.out()
                    .println(trainings.reused() + " of " + trainings.planned()
                            + " trainings were there from an earlier run");
        }
        support.out().println("Report: " + outcome.report());
        support.out().println("All errors and times: " + trainings.report());
        if (trainings.finished() + trainings.failures().size() < trainings.planned()) {
            return STOPPED;
        }
        return trainings.failures().isEmpty() ? 0 : INCOMPLETE;
    }
}
