package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.GmpVersion;
import io.github.gmp.runtime.RunEnvironment;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.dataset.FrameReader;
import io.github.gmp.runtime.dataset.FrameStream;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.json.Json;
import io.github.gmp.runtime.parallel.OrderedPipeline;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.ProgressUnit;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Writes the features of files of structures, a few structures or a range of atoms of a big one at a time. */
public final class Featurize {
    /** Enough for constants that are means over atoms, few enough for any memory. */
    private static final int FITTED_TO = 10_000;

    private final ConfigBinder binder;
    private final ComponentRegistry registry;
    private final FrameStream frames;

    /**
     * @param binder checks the configuration
     * @param registry makes the descriptor
     * @param frames reads the files
     */
    @Inject
    public Featurize(ConfigBinder binder, ComponentRegistry registry, FrameStream frames) {
        this.binder = binder;
        this.registry = registry;
        this.frames = frames;
    }

    /**
     * What makes the features.
     *
     * @param spec resolved configuration of the descriptor
     * @param folder the folder that its names of files are relative to, for workers in other processes
     * @param descriptor the descriptor, ready to be evaluated
     */
    public record Source(ComponentSpec spec, Path folder, Descriptor descriptor) {}

    /**
     * Makes the descriptor of a configuration. If it takes constants from data, it is fitted to the first structures of the input.
     *
     * @param tree the configuration
     * @param request what is to be done
     * @param progress told about what is read for this
     * @param cancelled asked now and then
     * @return the descriptor
     * @throws GmpException if configuration or data are wrong
     */
    public Source source(ConfigTree tree, FeaturizeRequest request, Progress progress, BooleanSupplier cancelled) {
        ComponentSpec spec = bind(tree, request.inputs(), progress, cancelled);
        Descriptor configured = registry.create(Descriptor.KIND, spec);
        Descriptor descriptor = configured instanceof FittableDescriptor
                ? DescriptorFit.fitted(configured, beginning(request.inputs(), cancelled), request.threads())
                : configured;
        return new Source(spec, tree.baseDirectory(), descriptor);
    }

    private List<LabeledStructure> beginning(List<Path> inputs, BooleanSupplier cancelled) {
        List<LabeledStructure> structures = new ArrayList<>();
        try (FrameReader reader = frames.open(inputs)) {
            Optional<LabeledStructure> next = reader.next();
            while (next.isPresent() && structures.size() < FITTED_TO) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("cancelled");
                }
                structures.add(next.get());
                next = reader.next();
            }
        }
        return structures;
    }

    /**
     * Writes the archive. If anything fails, the gradients among it, nothing is left behind.
     *
     * @param source what makes the features
     * @param request what to do
     * @param progress told about every structure
     * @param cancelled asked now and then
     * @return what was done
     * @throws GmpException if data are wrong, the archive cannot be written, or gradients disagree
     */
    public FeaturizeResult run(Source source, FeaturizeRequest request, Progress progress, BooleanSupplier cancelled) {
        Descriptor descriptor = source.descriptor();
        if (request.gradientComponents() > 0 && !descriptor.derivatives().hasPullback()) {
            throw new GmpException("--gradients-check: the descriptor '"
                    + source.spec().type() + "' offers no derivatives of its features");
        }
        return write(
                descriptor,
                request,
                provenance(source, request),
                FeatureTasks.rowsFor(descriptor.features().size()),
                progress,
                cancelled);
    }

    /** With as many atoms of a big structure at a time; the output does not depend on it. */
    FeaturizeResult write(
            Descriptor descriptor,
            FeaturizeRequest request,
            Map<String, ?> provenance,
            int rowsPerTask,
            Progress progress,
            BooleanSupplier cancelled) {
        GradientCheck check = new GradientCheck(descriptor, request.gradientComponents(), request.seed());
        try (FrameReader reader = frames.open(request.inputs());
                FeatureSink sink = open(request, descriptor, provenance)) {
            InputFacts facts = new InputFacts();
            FeatureOutput output = new FeatureOutput(request.output(), sink, check, facts::add, progress);
            progress.start("features", reader.totalBytes(), ProgressUnit.MEGABYTES);
            double cpuSeconds = OrderedPipeline.run(
                    new FeatureTasks(reader, descriptor, rowsPerTask, 0, cancelled),
                    task -> task.compute(descriptor),
                    output,
                    request.threads());
            progress.finish();
            if (output.frames() == 0) {
                throw new DataException(join(request.inputs()) + ": no structures");
            }
            Optional<GradientCheck.Result> gradients =
                    request.gradientComponents() > 0 ? Optional.of(checked(check.run())) : Optional.empty();
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            sink.commit(facts.of(output.frames(), output.atoms()));
            return new FeaturizeResult(
                    output.frames(),
                    output.atoms(),
                    descriptor.features().size(),
                    cpuSeconds / output.frames(),
                    gradients);
        } catch (IOException e) {
            throw AtomicFile.unwritable(request.output(), e);
        }
    }

    /**
     * What a run would take; nothing is written.
     *
     * @param source what would make the features
     * @param request what would be done
     * @param progress told about every structure
     * @param cancelled asked now and then
     * @return the estimate
     * @throws GmpException if data are wrong
     */
    public FeaturizeEstimate.Result estimate(
            Source source, FeaturizeRequest request, Progress progress, BooleanSupplier cancelled) {
        FeaturizeEstimate estimate = new FeaturizeEstimate(source.descriptor());
        long start = System.nanoTime();
        frames.forEachFrame("counting", request.inputs(), progress, cancelled, estimate::add);
        return estimate.result(request.threads(), (System.nanoTime() - start) * 1e-9);
    }

    /** The writer of an archive, or of several. */
    private static FeatureSink open(FeaturizeRequest request, Descriptor descriptor, Map<String, ?> provenance)
            throws IOException {
        return request.atomsPerShard().isPresent()
                ? new ShardedFeatureWriter(
                        request.output(),
                        descriptor.features(),
                        provenance,
                        request.atomsPerShard().get())
                : ArchiveWriter.Format.of(request.output()).open(request.output(), descriptor.features(), provenance);
    }

    /** What made the features; without a time or a number of threads, so that equal features give equal files. */
    Map<String, ?> provenance(Source source, FeaturizeRequest request) {
        return Json.plain(new FeatureProvenance(
                ComponentSpecs.toMap(source.spec()),
                new FileHashes().byName(source.spec()),
                source.descriptor() instanceof FittableDescriptor fitted
                        ? Optional.of(DescriptorFit.hash(fitted.state()))
                        : Optional.empty(),
                GmpVersion.ofResults(registry.pluginVersionsOfResults()),
                RunEnvironment.ofProcess(),
                request.inputs().stream().map(p -> p.getFileName().toString()).toList()));
    }

    private static GradientCheck.Result checked(GradientCheck.Result result) {
        if (!(result.worst() <= GradientCheck.TOLERANCE)) {
            throw new GmpException(String.format(
                    Locale.ROOT,
                    "--gradients-check: gradients disagree with finite differences: worst relative error %.1e of %d"
                            + " components, at most %.0e is allowed (%s); nothing was written",
                    result.worst(),
                    result.checked(),
                    GradientCheck.TOLERANCE,
                    result.where()));
        }
        return result;
    }

    /** Reads the inputs once more beforehand if the configuration takes values from them. */
    private ComponentSpec bind(ConfigTree tree, List<Path> inputs, Progress progress, BooleanSupplier cancelled) {
        ComponentSpec spec = binder.bind(tree, FeaturizeConfig.class, BindingEnvironment.unknown())
                .config()
                .descriptor();
        if (!ComponentSpecs.canonicalJson(spec).contains("${data.")) {
            return spec;
        }
        Set<Element> elements = EnumSet.noneOf(Element.class);
        frames.forEachFrame(
                "elements",
                inputs,
                progress,
                cancelled,
                frame -> elements.addAll(frame.structure().elements()));
        BindingEnvironment environment = BindingEnvironment.of(
                Map.of("data.elements", elements.stream().map(Element::symbol).toList()));
        return binder.bind(tree, FeaturizeConfig.class, environment).config().descriptor();
    }

    static String join(List<Path> files) {
        return String.join(", ", files.stream().map(Path::toString).toList());
    }
}
