package io.github.gmp.cli;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.runtime.describe.Documentation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code gmp describe}. */
@Command(
        name = "describe",
        description = "Explain components, their parameters and configuration files.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  gmp describe                      all kinds of components, with those there are",
            "  gmp describe gmp                  parameters, defaults, presets and an example",
            "  gmp describe gmp --preset gmp-paper-aspirin-2-4",
            "                                    one preset, as YAML to paste and change",
            "  gmp describe cutoff/cosine        kind and name, where a name is not unique",
            "  gmp describe compare              what a configuration of 'gmp compare' can hold",
            "  gmp describe --plugins my-plugins my-descriptor",
            "                                    a component of a plugin of yours",
            "  gmp describe --markdown           everything, as the page docs/reference.md"
        })
public final class DescribeCommand implements Callable<Integer> {
    @Mixin
    private GlobalOptions options;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "A component, KIND/COMPONENT, a kind or a configuration file (default: list them all).")
    private List<String> names = List.of();

    @Option(names = "--preset", paramLabel = "PRESET", description = "Print this preset of the component NAME as YAML.")
    private String preset;

    @Option(names = "--markdown", description = "Write the reference page of everything there is.")
    private boolean markdown;

    @Override
    public Integer call() {
        return CommandSupport.run(spec, options, support -> {
            Documentation documentation = support.injector().getInstance(Documentation.class);
            if (markdown) {
                support.out().print(documentation.markdown());
            } else if (preset != null) {
                if (names.size() != 1) {
                    throw new GmpException("--preset needs the name of one component, got " + names);
                }
                support.out().print(documentation.preset(names.get(0), preset));
            } else if (names.isEmpty()) {
                support.out().print(documentation.overview(Terminal.columns()));
            } else {
                // Everything is looked up before anything is printed: a misspelled name leaves no half answer.
                List<String> pages = names.stream()
                        .map(name -> documentation.describe(name, Terminal.columns()))
                        .toList();
                support.out().print(String.join("\n", pages));
            }
            return 0;
        });
    }
}
