package io.github.gmp.cli;

import io.github.gmp.experiments.search.SearchCancelledException;
import io.github.gmp.experiments.search.run.Search;
import io.github.gmp.experiments.search.run.SearchRequest;
import io.github.gmp.experiments.search.run.SearchResult;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.dataset.DataOverride;
import io.github.gmp.runtime.executor.ExecutorOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code gmp search}. */
@Command(
        name = "search",
        description = "Search descriptors and networks for the best error at every cost (NSGA-II).",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gmp search examples/aspirin-search.yaml",
            "      a small search on bundled data; results in runs/aspirin-search",
            "  gmp search examples/aspirin-search.yaml --dry-run",
            "      check the configuration, show the space, five samples and an estimate of the time",
            "  gmp search examples/aspirin-search.yaml --resume",
            "      continue after Ctrl-C, a crash or a power cut, to the same front",
            "  gmp search --status runs/aspirin-search",
            "      how far it is and what it has found so far, from another terminal or afterwards",
            "  gmp search my-search.yaml --data my-data.extxyz --out /scratch/my-search",
            "      the same on your own data",
            "  gmp train --config runs/aspirin-search/elite/trial-4-train.yaml",
            "      a model of a candidate of the front",
            "  gmp search --refine runs/aspirin-search --seeds 1,2,3",
            "      train the front again with several seeds: mean and standard deviation, beside the references",
            "  gmp search --overlay runs/nsga2-1 runs/nsga2-2 runs/random-1 runs/random-2 --out runs/overlay",
            "      the hypervolume over trials of both algorithms, as mean and deviation over their seeds",
            "",
            "'gmp describe search' explains the configuration."
        })
public final class SearchCommand implements Callable<Integer> {
    private static final int STOPPED = 130;

    @Mixin
    private GlobalOptions options;

    @Mixin
    private ConfigOverrides overrides;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "CONFIG", description = "The search, as YAML.")
    private @Nullable Path config;

    @Mixin
    private SearchFolderOptions folders;

    @Option(names = "--data", paramLabel = "FILE", description = "Search on this file instead of the configured ones.")
    private @Nullable Path data;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results (default: runs/NAME).")
    private @Nullable Path out;

    @Mixin
    private CacheOptions cache;

    @Option(
            names = "--executor",
            paramLabel = "NAME",
            description = "What runs the trials (default: the configuration's, local if it says nothing).")
    private @Nullable String executor;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            description = "nsga2, random or grid: the last two are baselines with the same budget.")
    private @Nullable String algorithm;

    @Option(names = "--resume", description = "Continue a search that was stopped or killed.")
    private boolean resume;

    @Option(
            names = "--dry-run",
            description =
                    "Check everything, show the space, samples and an estimate of the time (within half a minute).")
    private boolean dryRun;

    @Override
    public Integer call() {
        requireOneTask();
        return CommandSupport.run(spec, options, this::run);
    }

    private void requireOneTask() {
        List<String> others = folders.given();
        if (others.size() + (config == null ? 0 : 1) > 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "one thing at a time: CONFIG, --status, --refine or --overlay");
        }
        if (config == null && others.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Missing: CONFIG, the file of a search to run, or the folder of one: --status DIR, --refine DIR,"
                            + " --overlay DIR DIR");
        }
        String task = config == null ? others.get(0) : "CONFIG";
        List<String> options = spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .toList();
        SearchFolderOptions.stray(task, options).ifPresent(stray -> {
            throw new CommandLine.ParameterException(spec.commandLine(), stray + " does not go with " + task);
        });
    }

    private int run(CommandSupport support) throws IOException {
        if (config == null) {
            return folders.run(support, overrides, cache, Optional.ofNullable(out), CommandSupport.commandLine(spec));
        }
        return search(config, support);
    }

    private int search(Path config, CommandSupport support) throws IOException {
        Search session = support.injector().getInstance(Search.class);
        ConfigTree tree = overrides.load(config);
        if (options.seed().isPresent()) {
            tree = tree.with("seed", options.seed().getAsLong());
        }
        if (data != null) {
            tree = DataOverride.apply(tree, List.of(data));
        }
        if (algorithm != null) {
            tree = tree.with("algorithm", algorithm);
        }
        if (executor != null) {
            tree = ExecutorOption.apply(tree, executor);
        }
        SearchRequest how = new SearchRequest(Optional.ofNullable(out), resume, support.run(), cache.folder());
        if (dryRun) {
            session.preview(tree, how).forEach(support.out()::println);
            return 0;
        }
        try {
            show(session.run(tree, how), support);
            return 0;
        } catch (SearchCancelledException e) {
            support.progress().finish();
            spec.commandLine()
                    .getErr()
                    .println("gmp: the search was stopped; finished trials are kept. Continue it with"
                            + " the same command and --resume.");
            return STOPPED;
        }
    }

    private void show(SearchResult outcome, CommandSupport support) {
        outcome.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        support.out().println();
        support.out()
                .println("Best error at every cost (" + outcome.trials() + " trials"
                        + (outcome.failed() > 0 ? ", " + outcome.failed() + " failed" : "") + "; * smallest error):");
        support.out().println();
        outcome.table().forEach(support.out()::println);
        if (!outcome.references().isEmpty()) {
            support.out().println();
            outcome.references().forEach(support.out()::println);
        }
        if (!outcome.rungs().isEmpty()) {
            support.out().println();
            outcome.rungs().forEach(support.out()::println);
        }
        support.out().println();
        outcome.threads().ifPresent(support.out()::println);
        support.out().println("Report: " + outcome.report());
        support.out().println("Train the best again with several seeds: gmp search --refine " + outcome.folder());
    }
}
