package io.github.gmp.experiments.features;

import com.google.inject.Inject;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.GmpVersion;
import io.github.gmp.experiments.config.BindingEnvironment;
import io.github.gmp.experiments.config.ComponentSpecs;
import io.github.gmp.experiments.config.ConfigBinder;
import io.github.gmp.experiments.config.ConfigTree;
import io.github.gmp.experiments.dataset.FrameStream;
import io.github.gmp.experiments.files.AtomicFile;
import io.github.gmp.experiments.files.PlainJson;
import io.github.gmp.experiments.plugin.ComponentRegistry;
import io.github.gmp.experiments.progress.Progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Writes the features of files of structures as a NumPy archive, a few structures at a time. */
public final class FeaturizeRun {
    /** Structures with more atoms are not computed as a whole. */
    private static final int BIG = 4096;

    private final ConfigBinder binder;
    private final ComponentRegistry registry;
    private final FrameStream frames;
    private final Featurizer featurizer;

    /**
     * @param binder checks the configuration
     * @param registry makes the descriptor
     * @param frames reads the files
     * @param featurizer computes the features
     */
    @Inject
    public FeaturizeRun(ConfigBinder binder, ComponentRegistry registry, FrameStream frames, Featurizer featurizer) {
        this.binder = binder;
        this.registry = registry;
        this.frames = frames;
        this.featurizer = featurizer;
    }

    /**
     * What to do.
     *
     * @param inputs files of structures, relative to the working directory
     * @param output the archive to write
     * @param atomsPerShard most atoms of an archive, if there are to be several; empty for one
     * @param threads how many threads may be used; the archive does not depend on it
     * @param gradientComponents number of components of the gradient to compare with differences; 0 for none
     * @param seed seed of their choice
     */
    public record Request(
            List<Path> inputs,
            Path output,
            Optional<Integer> atomsPerShard,
            int threads,
            int gradientComponents,
            long seed) {}

    /**
     * What was done.
     *
     * @param frames number of structures
     * @param atoms number of atoms
     * @param features number of features
     * @param secondsPerStructure processor time of the features of a structure
     * @param gradients the comparison of gradients, if one was asked for
     */
    public record Summary(
            long frames,
            long atoms,
            int features,
            double secondsPerStructure,
            Optional<GradientCheck.Result> gradients) {}

    /**
     * Writes the archive. If anything fails, the gradients among it, nothing is left behind.
     *
     * @param tree the configuration
     * @param request what to do
     * @param progress told about every structure
     * @param cancelled asked now and then
     * @return what was done
     * @throws GmpException if configuration or data are wrong, the archive cannot be written, or gradients disagree
     */
    public Summary run(ConfigTree tree, Request request, Progress progress, BooleanSupplier cancelled) {
        ComponentSpec spec = bind(tree, request.inputs(), progress, cancelled);
        Descriptor descriptor = registry.create(Descriptor.KIND, spec, tree.baseDirectory());
        progress.start("features", -1);
        String provenance = provenance(spec, request);
        try (FeatureSink writer = open(request, descriptor, provenance)) {
            Totals totals = new Totals();
            GradientCheck check = new GradientCheck(descriptor, request.gradientComponents(), request.seed());
            frames.forEachChunk(request.inputs(), progress, cancelled, chunk -> {
                addChunk(descriptor, chunk, request, writer, totals);
                chunk.forEach(check::offer);
            });
            progress.finish();
            if (totals.frames == 0) {
                throw new DataException(join(request.inputs()) + ": no structures");
            }
            Optional<GradientCheck.Result> gradients =
                    request.gradientComponents() > 0 ? Optional.of(checked(check.run())) : Optional.empty();
            writer.commit();
            return new Summary(
                    totals.frames,
                    totals.atoms,
                    descriptor.features().size(),
                    totals.cpuSeconds / totals.frames,
                    gradients);
        } catch (IOException e) {
            throw AtomicFile.unwritable(request.output(), e);
        }
    }

    /**
     * What a run would take; nothing is written.
     *
     * @param tree the configuration
     * @param request what would be done
     * @param progress told about every structure
     * @param cancelled asked now and then
     * @return the estimate
     * @throws GmpException if configuration or data are wrong
     */
    public FeaturizeEstimate.Result estimate(
            ConfigTree tree, Request request, Progress progress, BooleanSupplier cancelled) {
        ComponentSpec spec = bind(tree, request.inputs(), progress, cancelled);
        Descriptor descriptor = registry.create(Descriptor.KIND, spec, tree.baseDirectory());
        FeaturizeEstimate estimate = new FeaturizeEstimate(descriptor);
        progress.start("counting", -1);
        frames.forEachChunk(request.inputs(), progress, cancelled, chunk -> chunk.forEach(estimate::add));
        progress.finish();
        return estimate.result(request.threads(), BIG);
    }

    /** The writer of an archive, or of several. */
    private static FeatureSink open(Request request, Descriptor descriptor, String provenance) throws IOException {
        return request.atomsPerShard().isPresent()
                ? new ShardedFeatureWriter(
                        request.output(),
                        descriptor.features(),
                        provenance,
                        request.atomsPerShard().get())
                : ArchiveWriter.Format.of(request.output()).open(request.output(), descriptor.features(), provenance);
    }

    /** What made the features; without a time, so that equal features give equal files. */
    private String provenance(ComponentSpec spec, Request request) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("descriptor", ComponentSpecs.toMap(spec));
        facts.put("versions", GmpVersion.ofResults(registry.pluginVersions()));
        facts.put(
                "inputs",
                request.inputs().stream().map(p -> p.getFileName().toString()).toList());
        return PlainJson.line(facts);
    }

    /** Small structures a few at a time, big ones block by block. */
    private void addChunk(
            Descriptor descriptor, List<LabeledStructure> chunk, Request request, FeatureSink writer, Totals totals) {
        int begin = 0;
        for (int i = 0; i <= chunk.size(); i++) {
            boolean isBig = i < chunk.size() && chunk.get(i).structure().size() > BIG;
            if ((isBig || i == chunk.size()) && i > begin) {
                FeatureSet set =
                        featurizer.featurize(descriptor, chunk.subList(begin, i), request.threads(), Progress.silent());
                write(writer, set, totals.frames, request.output());
                totals.add(set);
            }
            if (isBig) {
                addBig(descriptor, chunk.get(i), request, writer, totals);
                begin = i + 1;
            }
        }
    }

    private static void addBig(
            Descriptor descriptor, LabeledStructure frame, Request request, FeatureSink writer, Totals totals) {
        int[] numbers = frame.structure().atomicNumbers();
        long start = System.nanoTime();
        try {
            writer.beginFrame(totals.frames, numbers.length);
            Featurizer.stream(
                    descriptor,
                    frame,
                    request.threads(),
                    (first, rows) -> writer.write(rows, Arrays.copyOfRange(numbers, first, first + rows.rows())));
        } catch (IOException e) {
            throw AtomicFile.unwritable(request.output(), e);
        } catch (UncheckedIOException e) {
            throw AtomicFile.unwritable(request.output(), e.getCause());
        }
        totals.add(1, numbers.length, (System.nanoTime() - start) * 1e-9);
    }

    private static final class Totals {
        private int frames;
        private long atoms;
        private double cpuSeconds;

        void add(FeatureSet set) {
            add(set.structures(), set.features().rows(), set.cpuSeconds());
        }

        void add(int moreFrames, int moreAtoms, double seconds) {
            frames = Math.addExact(frames, moreFrames);
            atoms += moreAtoms;
            cpuSeconds += seconds;
        }
    }

    private static void write(FeatureSink writer, FeatureSet set, int firstFrame, Path output) {
        try {
            writer.write(set, firstFrame);
        } catch (IOException e) {
            throw AtomicFile.unwritable(output, e);
        }
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
        progress.start("elements", -1);
        frames.forEachChunk(
                inputs,
                progress,
                cancelled,
                chunk ->
                        chunk.forEach(frame -> elements.addAll(frame.structure().elements())));
        progress.finish();
        BindingEnvironment environment = BindingEnvironment.of(
                Map.of("data.elements", elements.stream().map(Element::symbol).toList()));
        return binder.bind(tree, FeaturizeConfig.class, environment).config().descriptor();
    }

    private static String join(List<Path> files) {
        return String.join(", ", files.stream().map(Path::toString).toList());
    }
}
