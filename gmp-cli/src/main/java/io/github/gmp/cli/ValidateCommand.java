package io.github.gmp.cli;

import io.github.gmp.runtime.dataset.FrameStream;
import io.github.gmp.runtime.dataset.IngestDocument;
import io.github.gmp.runtime.dataset.IngestReport;
import io.github.gmp.runtime.dataset.IngestReportText;
import io.github.gmp.runtime.dataset.IngestScanner;
import io.github.gmp.runtime.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code gmp validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Check structure files and report what is in them.",
            "The report lists elements, labels and their ranges, distances, and what looks wrong (units, duplicates,"
                    + " missing labels). Warnings leave the exit code at 0; malformed files give 2.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  gmp validate my-data.extxyz.gz", "  gmp validate train.extxyz test.extxyz --json > report.json"})
public final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private GlobalOptions options;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of structures; one report on all of them.")
    private List<Path> files;

    @Option(names = "--json", description = "Print the report as JSON, in Å, eV and eV/Å.")
    private boolean json;

    @Override
    public Integer call() {
        return CommandSupport.run(spec, options, support -> {
            FrameStream frames = support.injector().getInstance(FrameStream.class);
            IngestScanner scanner = new IngestScanner();
            support.progress().start("reading structures", -1);
            for (Path file : files) {
                scanner.startFile(file.toString());
                frames.forEachChunk(
                        List.of(file), support.progress(), support.cancelled(), chunk -> chunk.forEach(scanner::add));
            }
            support.progress().finish();
            IngestReport report = scanner.report();
            if (json) {
                support.out().print(Json.text(IngestDocument.Report.of(report)));
            } else {
                IngestReportText.lines(IngestReportText.facts(report)).forEach(support.out()::println);
                support.out().println();
                IngestReportText.warningLines(report.warnings()).forEach(support.out()::println);
            }
            return 0;
        });
    }
}
