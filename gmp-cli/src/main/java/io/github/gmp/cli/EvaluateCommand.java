package io.github.gmp.cli;

import io.github.gmp.experiments.evaluate.ErrorTable;
import io.github.gmp.experiments.evaluate.Evaluate;
import io.github.gmp.experiments.evaluate.EvaluateResult;
import io.github.gmp.experiments.evaluate.EvaluationDocument;
import io.github.gmp.experiments.evaluate.SpreadTable;
import io.github.gmp.runtime.json.Json;
import io.github.gmp.runtime.model.GroupedErrors;
import io.github.gmp.runtime.model.ModelFile;
import io.github.gmp.runtime.model.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code gmp evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measure the errors of a model on labeled structures.",
            "Errors of energies, and of forces and stress where there are any: in all, by config_type and, of forces, by"
                    + " element. Of a committee also how the spread of its members compares with the errors: in bins, their"
                    + " ratio, and the correlation of the two and of their ranks.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gmp evaluate runs/aspirin/model.gmp test.extxyz",
            "  gmp evaluate runs/aspirin/model.gmp test.extxyz --json > errors.json"
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private GlobalOptions options;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model that 'gmp train' saved.")
    private Path model;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Files of labeled structures.")
    private List<Path> files;

    @Option(names = "--json", description = "Print the errors as JSON, in eV, eV/Å and eV/Å³.")
    private boolean json;

    @Override
    public Integer call() {
        return CommandSupport.run(spec, options, support -> {
            TrainedModel trained =
                    support.injector().getInstance(ModelFile.class).load(model);
            EvaluateResult report =
                    support.injector().getInstance(Evaluate.class).evaluate(trained, files, support.run());
            if (json) {
                support.out().print(Json.text(EvaluationDocument.Report.of(report)));
                return 0;
            }
            GroupedErrors errors = report.errors();
            new ErrorTable("set", errors.all().stress().isPresent())
                    .add("all", errors.all())
                    .addConfigTypes("", errors)
                    .addElements(errors)
                    .table()
                    .text()
                    .forEach(support.out()::println);
            SpreadTable.lines(report).forEach(support.out()::println);
            report.warnings().forEach(warning -> support.out().println("WARNING: " + warning));
            return 0;
        });
    }
}
