package io.github.gmp.cli;

import io.github.gmp.experiments.compare.Compare;
import io.github.gmp.experiments.compare.CompareRequest;
import io.github.gmp.experiments.compare.CompareResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code gmp compare}. */
@Command(
        name = "compare",
        description = "Compare descriptors and regressors on the same data.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gmp compare examples/aspirin-head-to-head.yaml",
            "  gmp compare examples/rmd17-aspirin.yaml --data rmd17_aspirin.extxyz --out runs/mine",
            "  gmp describe compare        what such a file may say",
            "",
            "Trains every combination with every seed and writes report.html, results.csv and results.json. Finished"
                    + " trials are kept: the same command goes on where it was stopped, and after a change of the"
                    + " configuration only what is new is run. Errors do not depend on --threads."
        })
public final class CompareCommand implements Callable<Integer> {
    private static final int INCOMPLETE = 2;
    private static final int STOPPED = 130;

    @Mixin
    private GlobalOptions options;

    @Mixin
    private ConfigOverrides overrides;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONFIG", description = "What to compare, a YAML file.")
    private Path config;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Structures to use instead of the files that CONFIG names.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results (default: runs/NAME).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private CacheOptions cache;

    @Override
    public Integer call() {
        return CommandSupport.run(spec, options, support -> {
            CompareResult summary = support.injector()
                    .getInstance(Compare.class)
                    .run(new CompareRequest(
                            overrides.load(config),
                            data,
                            out,
                            cache.folder(),
                            options.seed(),
                            CommandSupport.commandLine(spec),
                            support.run()));
            print(support.out(), summary);
            return exitCode(summary);
        });
    }

    private static void print(PrintWriter out, CompareResult summary) {
        summary.lines().forEach(out::println);
        summary.failures().forEach(failure -> out.println("failed: " + failure));
        if (summary.reused() > 0) {
            out.println(summary.reused() + " of " + summary.planned() + " trials were there from an earlier run");
        }
        out.println("report: " + summary.report());
    }

    private static int exitCode(CompareResult summary) {
        if (summary.finished() + summary.failures().size() < summary.planned()) {
            return STOPPED;
        }
        return summary.failures().isEmpty() ? 0 : INCOMPLETE;
    }
}
