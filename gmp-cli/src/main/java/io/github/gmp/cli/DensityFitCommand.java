package io.github.gmp.cli;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.multipole.density.FitQuality;
import io.github.gmp.api.multipole.density.FittedDensity;
import io.github.gmp.api.structure.Element;
import io.github.gmp.experiments.density.DensityFit;
import io.github.gmp.experiments.density.DensityFitRequest;
import io.github.gmp.experiments.density.DensityFitResult;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.runtime.config.ConfigTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code gmp density fit}. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Fit Gaussians to electron densities of atoms and write them as a density table.",
            "INPUT: pseudopotentials (.upf, version 1 or 2; their PP_RHOATOM is fitted) and tables (.csv, .csv.gz; a line per"
                    + " element and radius, the header names columns and units, see 'gmp describe radial-csv').",
            "Each element gets the fewest Gaussians (2 to 8) whose L1 error, the integral of |rho_fit - rho| over the number of"
                    + " electrons, is within --error, with the number of electrons exact, cancellation sum_k |N_k| / N at most 15"
                    + " and a density of at least -0.001 e/Å³. If an element falls short of that, the exit code is 2 and what"
                    + " there is goes to TABLE with .partial before its extension.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gmp density fit C.upf H.upf O.upf --out my-table.json         three elements",
            "  gmp density fit pseudos/ --out my-table.json --plots plots    all of a folder, with a plot per element",
            "  gmp density fit densities.csv.gz --out my-table.json --error 0.003     closer, with more Gaussians",
            "  gmp density fit C.upf --out c6.json --gaussians 6             six Gaussians, whatever the error",
            "  gmp density fit atoms.csv --length-unit bohr --density-unit electrons-per-bohr3 --out my-table.json",
            "                                             a table with the header  element,r,density",
            "  gmp density fit densities.csv.gz --check upf/ --skip Hf_ONCV_PBE-1.0 --out my-table.json",
            "                                             compared with other files, without one of two densities of Hf",
            "  gmp density fit C.upf --out c.json --set smallestRatio=2 --set innerRadii=[0.3]",
            "                                             other settings of the fit, see 'gmp describe gaussian-fit'",
            "",
            "then, in a configuration",
            "  density: {type: gaussian-table, file: my-table.json}",
            "",
            "The same input gives the same table for any number of threads."
        })
public final class DensityFitCommand implements Callable<Integer> {
    private static final int FELL_SHORT = 2;
    private static final int STOPPED = 130;
    /** Share of the electrons that data may lack without being told. */
    private static final double INCOMPLETE = 1e-3;

    @Mixin
    private GlobalOptions options;

    @Mixin
    private ConfigOverrides overrides;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files of radial densities, or folders of them.")
    private List<Path> inputs;

    @Option(names = "--out", required = true, paramLabel = "TABLE", description = "The table to write (JSON).")
    private Path output;

    @Option(names = "--error", paramLabel = "L1", description = "L1 error to reach (default: 0.01).")
    private Optional<Double> error = Optional.empty();

    @Option(
            names = "--error-for",
            paramLabel = "ELEMENT=L1",
            description = "L1 error of one element in the place of --error, e.g. --error-for Ga=0.02; may be repeated.")
    private Map<String, Double> errors = new LinkedHashMap<>();

    @Option(
            names = "--gaussians",
            paramLabel = "K",
            description = "Number of Gaussians of every element, whatever the error (unless --error is given too).")
    private Optional<Integer> gaussians = Optional.empty();

    @Option(
            names = "--plots",
            paramLabel = "DIR",
            description = "Folder for a plot (SVG) per element: data, fit, residual.")
    private Optional<Path> plots = Optional.empty();

    @Option(
            names = "--check",
            paramLabel = "INPUT",
            description =
                    "File or folder of other densities of the same atoms to compare the data with; may be repeated.")
    private List<Path> checks = List.of();

    @Option(
            names = "--skip",
            paramLabel = "NAME",
            description = "Leave out this density, e.g. Hf_ONCV_PBE-1.0; may be repeated.")
    private List<String> skipped = List.of();

    @Option(
            names = "--length-unit",
            paramLabel = "UNIT",
            description = "Unit of a column r in tables: bohr or angstrom.")
    private Optional<String> lengthUnit = Optional.empty();

    @Option(
            names = "--density-unit",
            paramLabel = "UNIT",
            description =
                    "What a column density in tables is: electrons-per-bohr3, electrons-per-angstrom3, or 4 pi r^2 rho in"
                            + " shell-electrons-per-bohr or shell-electrons-per-angstrom.")
    private Optional<String> densityUnit = Optional.empty();

    @Option(
            names = "--note",
            paramLabel = "KEY=TEXT",
            description = "Text to store in the table, e.g. --note source='...' --note license='...'; may be repeated.")
    private Map<String, String> notes = new LinkedHashMap<>();

    @Override
    public Integer call() {
        return CommandSupport.run(spec, options, support -> {
            plots.ifPresent(folder -> CommandSupport.folder("--plots", folder));
            DensityFitResult summary = support.injector()
                    .getInstance(DensityFit.class)
                    .run(request(), support.progress(), support.cancelled());
            print(summary, support.out());
            if (!summary.finished()) {
                return STOPPED;
            }
            return summary.complete() ? 0 : FELL_SHORT;
        });
    }

    private DensityFitRequest request() {
        Map<String, Object> fitter = new LinkedHashMap<>();
        error.ifPresent(value -> fitter.put("error", value));
        gaussians.ifPresent(value -> fitter.put("gaussians", value.longValue()));
        Map<String, Object> units = new LinkedHashMap<>();
        lengthUnit.ifPresent(value -> units.put("lengthUnit", value));
        densityUnit.ifPresent(value -> units.put("densityUnit", value));
        Map<String, String> texts = new LinkedHashMap<>(notes);
        texts.put("command", command());
        return new DensityFitRequest(
                inputs,
                units,
                skipped,
                checks,
                overrides.apply(ConfigTree.of(fitter, Path.of(""))),
                errorsByElement(),
                output,
                plots,
                texts,
                options.threads());
    }

    private Map<Element, Double> errorsByElement() {
        Map<Element, Double> byElement = new EnumMap<>(Element.class);
        errors.forEach((symbol, value) -> {
            try {
                byElement.put(Element.of(symbol), value);
            } catch (DataException e) {
                throw new GmpException("--error-for: " + e.getMessage(), e);
            }
        });
        return byElement;
    }

    /** What the table depends on: not the number of threads, not the notes. */
    private String command() {
        List<String> words = new ArrayList<>(List.of(spec.qualifiedName()));
        inputs.forEach(input -> words.add(input.toString()));
        skipped.forEach(name -> words.add("--skip " + name));
        error.ifPresent(value -> words.add("--error " + value));
        errors.forEach((symbol, value) -> words.add("--error-for " + symbol + "=" + value));
        gaussians.ifPresent(value -> words.add("--gaussians " + value));
        lengthUnit.ifPresent(unit -> words.add("--length-unit " + unit));
        densityUnit.ifPresent(unit -> words.add("--density-unit " + unit));
        overrides.values().forEach((key, value) -> words.add("--set " + key + "=" + value));
        words.add("--out " + output.getFileName());
        return String.join(" ", words);
    }

    private static void print(DensityFitResult summary, PrintWriter out) {
        if (!summary.fits().isEmpty()) {
            table(summary.fits()).text().forEach(out::println);
            out.println(
                    "L1 = integral of |rho_fit - rho| / N; minimum of rho_fit in e/Å³; cancellation = sum_k |N_k| / N");
        }
        summary.fits().stream()
                .map(FittedDensity::data)
                .filter(data -> Math.abs(data.integral() - data.electrons()) > INCOMPLETE * data.electrons())
                .forEach(data -> out.printf(
                        Locale.ROOT,
                        "note: the data of %s hold %.3f of %s electrons; where the rest is, is the fit's guess%n",
                        data.name(),
                        data.integral(),
                        data.electrons()));
        summary.checks().forEach(out::println);
        summary.failures().forEach(line -> out.println("no fit: " + line));
        summary.shortfalls().forEach(line -> out.println("fell short: " + line));
        if (!summary.finished()) {
            out.printf(
                    "stopped: %d of %d elements were fitted%n", summary.fits().size(), summary.planned());
        }
        String kind = summary.complete() ? "table: " : "partial table: ";
        summary.table().ifPresent(file -> out.println(kind + file));
    }

    private static Table table(List<FittedDensity> fits) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (FittedDensity fit : fits) {
            FitQuality quality = fit.quality();
            rows.add(List.of(
                    Table.Cell.of(fit.data().element().symbol()),
                    Table.Cell.of(Integer.toString(fit.mixture().size())),
                    Table.Cell.of(format("%.5f", quality.l1())),
                    Table.Cell.of(format("%.5f", quality.l2())),
                    Table.Cell.of(format("%.10f", quality.integral())),
                    Table.Cell.of(format("%.1e", quality.minimum())),
                    Table.Cell.of(format("%.2f", quality.cancellation())),
                    Table.Cell.of(fit.data().name())));
        }
        return new Table(
                List.of(
                        new Table.Column("", "element", false),
                        new Table.Column("", "K", true),
                        new Table.Column("", "L1", true),
                        new Table.Column("", "L2", true),
                        new Table.Column("", "integral", true),
                        new Table.Column("", "minimum", true),
                        new Table.Column("", "cancellation", true),
                        new Table.Column("", "data", false)),
                rows);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
