package io.github.gmp.cli;

import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.experiments.density.RadialDensityFiles;
import io.github.gmp.experiments.density.effect.DensityEffect;
import io.github.gmp.experiments.density.effect.DensityEffectResult;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.FileLookup;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.TemporaryNames;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code gmp density effect}. */
@Command(
        name = "effect",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Tell what Gaussians in the place of numerical densities do to GMP features.",
            "INPUT: radial densities as 'gmp density fit' reads them. For every element, moments of orders 0 to 3 with probes of 0.25,"
                    + " 0.5, 1 and 2 Å at distances of 0 to 3 Å are computed from the numerical density by quadrature and from the"
                    + " Gaussians of each density source. Printed is the largest difference over distances and widths, in percent"
                    + " of the largest moment; features are squares of moments.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gmp density effect densities.csv.gz --density 'mine={type: gaussian-table, file: my-table.json}'",
            "  gmp density effect upf/ --density 'sg15={type: gaussian-table, table: sg15}' \\",
            "                          --density 'paper={type: gaussian-table, table: paper}' --out effect"
        })
public final class DensityEffectCommand implements Callable<Integer> {
    private static final String KIND = "density";

    @Mixin
    private GlobalOptions options;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files of radial densities, or folders of them.")
    private List<Path> inputs;

    @Option(
            names = "--density",
            required = true,
            paramLabel = "NAME=YAML",
            description = "A density source as in a configuration, with a name for the report; may be repeated.")
    private Map<String, String> densities = new LinkedHashMap<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for density-effect.csv, with every order and width, and density-effect.svg.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() {
        return CommandSupport.run(spec, options, support -> {
            output.ifPresent(folder -> CommandSupport.folder("--out", folder));
            List<RadialDensity> references =
                    support.injector().getInstance(RadialDensityFiles.class).read(inputs, Map.of());
            DensityEffectResult report =
                    DensityEffect.run(references, sources(references, support), support.progress());
            report.table().text().forEach(support.out()::println);
            report.leftOut().forEach(line -> support.out().println("not compared: " + line));
            output.ifPresent(folder -> write(report, folder));
            return 0;
        });
    }

    private Map<String, DensitySource> sources(List<RadialDensity> references, CommandSupport support) {
        List<String> elements = references.stream()
                .map(reference -> reference.element().symbol())
                .distinct()
                .toList();
        ConfigBinder binder = support.injector().getInstance(ConfigBinder.class);
        ComponentRegistry registry = support.injector().getInstance(ComponentRegistry.class);
        Map<String, DensitySource> sources = new LinkedHashMap<>();
        densities.forEach((name, yaml) -> {
            // On a command line, names of files are relative to the working directory.
            ConfigTree tree = ConfigTree.of(Map.of(), Path.of("")).withYaml(KIND, yaml);
            ComponentSpec bound = binder.bindComponent(
                    KIND,
                    tree.map().get(KIND),
                    "--density " + name,
                    BindingEnvironment.of(Map.of("data.elements", elements)),
                    FileLookup.in(tree.baseDirectory()));
            sources.put(name, registry.create(DensitySource.KIND, bound));
        });
        return sources;
    }

    private static void write(DensityEffectResult report, Path folder) {
        try {
            Files.createDirectories(folder);
            TemporaryNames.removeLeftovers(folder);
        } catch (IOException e) {
            throw AtomicFile.unwritable(folder, e);
        }
        AtomicFile.replace(folder.resolve("density-effect.csv"), report.csv());
        AtomicFile.replace(folder.resolve("density-effect.svg"), report.svg());
    }
}
