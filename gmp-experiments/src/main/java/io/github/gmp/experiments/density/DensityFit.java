package io.github.gmp.experiments.density;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.multipole.density.DensityFitter;
import io.github.gmp.api.multipole.density.FittedDensity;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.Element;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.OutputPlace;
import io.github.gmp.runtime.files.TemporaryNames;
import io.github.gmp.runtime.parallel.IndexedTasks;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.progress.Progress;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Fits Gaussians to radial densities, an element per task, and writes the table. */
public final class DensityFit {
    private static final String FITTER = "gaussian-fit";
    private static final String ERROR = "error";

    private final ComponentRegistry registry;
    private final RadialDensityFiles files;

    /**
     * @param registry makes the fitter
     * @param files reads the densities
     */
    @Inject
    public DensityFit(ComponentRegistry registry, RadialDensityFiles files) {
        this.registry = registry;
        this.files = files;
    }

    /**
     * Reads everything, then fits everything, then writes. The table is the same for any number of threads.
     *
     * @param request what to do
     * @param progress shows how far it is
     * @param cancelled when true, no further element is begun; what is done is written as a partial table
     * @return what came of it
     * @throws GmpException if the input is malformed or a file cannot be written
     */
    public DensityFitResult run(DensityFitRequest request, Progress progress, BooleanSupplier cancelled) {
        checkWritable(request.table());
        DensityFitter fitter = fitter(request.fitter().map());
        Map<Element, DensityFitter> ofElements = new EnumMap<>(Element.class);
        request.errors().forEach((element, error) -> {
            Map<String, Object> keys = new HashMap<>(request.fitter().map());
            keys.put(ERROR, error);
            ofElements.put(element, fitter(keys));
        });
        List<RadialDensity> densities = List.copyOf(
                RadialDensityFiles.byElement(files.read(request.inputs(), request.units()), request.skipped())
                        .values());
        List<String> checks = request.checks().isEmpty()
                ? List.of()
                : DensityCheck.lines(densities, files.read(request.checks(), request.units()));
        List<Optional<FittedDensity>> fits = new ArrayList<>(Collections.nCopies(densities.size(), Optional.empty()));
        List<Optional<String>> failures = new ArrayList<>(Collections.nCopies(densities.size(), Optional.empty()));
        progress.start("fitting densities", densities.size());
        IndexedTasks.run(densities.size(), request.threads(), index -> {
            if (cancelled.getAsBoolean()) {
                return;
            }
            RadialDensity density = densities.get(index);
            progress.note(density.element().symbol());
            try {
                fits.set(
                        index,
                        Optional.of(ofElements
                                .getOrDefault(density.element(), fitter)
                                .fit(density)));
            } catch (GmpException e) {
                // One bad element does not lose the work on the others.
                failures.set(index, Optional.of(e.getMessage()));
            }
            progress.advance(1);
        });
        progress.finish();
        DensityFitResult summary = new DensityFitResult(
                fits.stream().flatMap(Optional::stream).toList(),
                failures.stream().flatMap(Optional::stream).toList(),
                densities.size(),
                checks,
                Optional.empty());
        return write(request, fitter, summary);
    }

    /** Before minutes of work, not after. */
    private static void checkWritable(Path table) {
        Path folder = table.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw AtomicFile.unwritable(table, new NoSuchFileException(table.toString()));
        }
        if (Files.isDirectory(table)) {
            throw new GmpException(table + ": is a folder; the name of a table to write was expected");
        }
        try {
            OutputPlace.of(table);
        } catch (IOException e) {
            throw AtomicFile.unwritable(table, e);
        }
        TemporaryNames.removeLeftovers(folder);
    }

    private DensityFitter fitter(Map<String, Object> keys) {
        return registry.create(DensityFitter.KIND, new ComponentSpec(FITTER, keys, FITTER));
    }

    private static DensityFitResult write(DensityFitRequest request, DensityFitter fitter, DensityFitResult summary) {
        if (summary.fits().isEmpty()) {
            return summary;
        }
        Path table = summary.complete() ? request.table() : partial(request.table());
        AtomicFile.replace(table, fitter.table(request.notes(), summary.fits()));
        request.plots().ifPresent(folder -> plot(folder, summary.fits()));
        return new DensityFitResult(
                summary.fits(), summary.failures(), summary.planned(), summary.checks(), Optional.of(table));
    }

    /**
     * {@return the name for one that is not complete: {@code .partial} before the extension}
     *
     * @param table name of a table
     */
    static Path partial(Path table) {
        String name = String.valueOf(table.getFileName());
        int dot = name.lastIndexOf('.');
        return table.resolveSibling(
                dot > 0 ? name.substring(0, dot) + ".partial" + name.substring(dot) : name + ".partial");
    }

    private static void plot(Path folder, List<FittedDensity> fits) {
        try {
            Files.createDirectories(folder);
            TemporaryNames.removeLeftovers(folder);
        } catch (IOException e) {
            throw AtomicFile.unwritable(folder, e);
        }
        fits.forEach(fit ->
                AtomicFile.replace(folder.resolve(fit.data().element().symbol() + ".svg"), DensityPlots.svg(fit)));
    }
}
