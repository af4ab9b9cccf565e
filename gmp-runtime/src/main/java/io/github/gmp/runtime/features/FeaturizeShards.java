package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.runtime.GmpVersion;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.config.NamedFiles;
import io.github.gmp.runtime.dataset.FrameRange;
import io.github.gmp.runtime.dataset.FrameStream;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.OutputPlace;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.progress.Progress;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Has shards of features computed by an executor, each as a task. The files are those of {@link Featurize} with shards of the same size,
 * byte for byte.
 */
public final class FeaturizeShards {
    private final Featurize local;
    private final FrameStream frames;
    private final ShardWorkers workers;
    private final ComponentRegistry registry;
    private final ConfigBinder binder;

    /**
     * @param local knows what made the features
     * @param frames finds frames in files
     * @param workers makes the worker of this process
     * @param registry makes the executor
     * @param binder checks its configuration
     */
    @Inject
    public FeaturizeShards(
            Featurize local,
            FrameStream frames,
            ShardWorkers workers,
            ComponentRegistry registry,
            ConfigBinder binder) {
        this.local = local;
        this.frames = frames;
        this.workers = workers;
        this.registry = registry;
        this.binder = binder;
    }

    /**
     * {@return its executor}
     *
     * @param tree a configuration of {@code gmp featurize}
     * @throws GmpException if the configuration is wrong
     */
    public ComponentSpec executor(ConfigTree tree) {
        return binder.bind(tree, FeaturizeConfig.class, BindingEnvironment.unknown())
                .config()
                .executor();
    }

    /**
     * Writes the shards and their index. If anything fails, nothing is left behind.
     *
     * @param source what makes the features
     * @param request what to do, in shards and without a check of gradients
     * @param executor the executor
     * @param progress told about every shard
     * @param cancelled asked now and then
     * @return what was done
     * @throws GmpException if data are wrong, a shard cannot be written, or the executor cannot be used
     */
    public FeaturizeResult run(
            Featurize.Source source,
            FeaturizeRequest request,
            ComponentSpec executor,
            Progress progress,
            BooleanSupplier cancelled) {
        if (request.gradientComponents() > 0) {
            throw new GmpException("--gradients-check: compares on threads of this process only, not with executor '"
                    + executor.type() + "'");
        }
        int atomsPerShard = request.atomsPerShard()
                .orElseThrow(() -> new GmpException("--executor: executor '" + executor.type()
                        + "' writes shards; say how large they may be with --shard-atoms"));
        TaskExecutor runner = registry.create(TaskExecutor.KIND, executor);
        Map<String, ?> provenance = local.provenance(source, request);
        Path output = request.output().toAbsolutePath();
        try {
            ShardIndex index = new ShardIndex(output, source.descriptor().features(), provenance, atomsPerShard);
            List<List<FrameRange>> ranges = ranges(request, index, progress, cancelled);
            try (PartsFolder parts = PartsFolder.beside(output)) {
                List<Task> tasks = tasks(index, ranges, parts);
                TaskExecutor.Host host = new TaskExecutor.Host(
                        workers.open(source.descriptor(), provenance),
                        request.threads(),
                        cancelled,
                        registry.pluginJars());
                ShardCollector collector = new ShardCollector(index.shards(), progress);
                try (TaskExecutor.Session session = runner.start(job(source, request), host)) {
                    session.run(tasks, collector::accept);
                }
                progress.finish();
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("cancelled");
                }
                index.commit(collector.input(), () -> {
                    for (ShardIndex.Shard shard : index.shards()) {
                        OutputPlace.of(index.file(shard)).put(parts.file(shard.file()));
                    }
                });
                return new FeaturizeResult(
                        collector.frames(),
                        collector.atoms(),
                        source.descriptor().features().size(),
                        collector.cpuSeconds() / collector.frames(),
                        Optional.empty());
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(request.output(), e);
        }
    }

    /** The frames of each shard; those of one file are one range. */
    private List<List<FrameRange>> ranges(
            FeaturizeRequest request, ShardIndex index, Progress progress, BooleanSupplier cancelled) {
        for (Path input : request.inputs()) {
            if (Files.exists(input) && !Files.isRegularFile(input) && !Files.isDirectory(input)) {
                throw new DataException(input + ": can be read once only; an executor needs a file");
            }
        }
        List<List<FrameRange>> shards = new ArrayList<>();
        int[] count = {0};
        frames.forEachPlace("finding structures", request.inputs(), progress, cancelled, (file, place) -> {
            if (index.add(count[0], place.atoms())) {
                shards.add(new ArrayList<>());
            }
            List<FrameRange> shard = shards.get(shards.size() - 1);
            boolean goesOn = !shard.isEmpty()
                    && place.frame() > 1
                    && shard.get(shard.size() - 1).file().equals(file.toAbsolutePath());
            if (goesOn) {
                shard.set(shard.size() - 1, shard.get(shard.size() - 1).longer());
            } else {
                shard.add(new FrameRange(file.toAbsolutePath(), place, 1));
            }
            count[0] = FeatureTasks.counted(count[0], 1);
        });
        if (shards.isEmpty()) {
            throw new DataException(Featurize.join(request.inputs()) + ": no structures");
        }
        return shards;
    }

    private static List<Task> tasks(ShardIndex index, List<List<FrameRange>> ranges, PartsFolder parts) {
        List<ShardIndex.Shard> shards = index.shards();
        return IntStream.range(0, shards.size())
                .mapToObj(i -> {
                    ShardIndex.Shard shard = shards.get(i);
                    ShardTask task = new ShardTask(
                            parts.file(shard.file()), shard.firstFrame(), shard.frames(), shard.atoms(), ranges.get(i));
                    return new Task(i, task.toJson());
                })
                .toList();
    }

    Job job(Featurize.Source source, FeaturizeRequest request) {
        Map<String, Object> descriptor = NamedFiles.seenFrom(source.folder(), ComponentSpecs.toMap(source.spec()));
        ShardJob shared = new ShardJob(
                descriptor,
                source.descriptor() instanceof FittableDescriptor fitted
                        ? Optional.of(fitted.state())
                        : Optional.empty(),
                local.provenance(source, request));
        Map<String, String> files = new FileHashes().byName(descriptor);
        Map<String, String> versions = GmpVersion.ofResults(registry.pluginVersionsOfResults());
        String baseDirectory = source.folder().toAbsolutePath().toString();
        String json = shared.toJson();
        return new Job(
                ShardWorkers.KIND,
                ComponentSpecs.hashOf(
                        Map.of("job", json, "files", files, "versions", versions, "baseDirectory", baseDirectory)),
                request.output().getFileName().toString(),
                baseDirectory,
                files.entrySet().stream()
                        .map(file -> new Job.InputFile(file.getKey(), file.getValue()))
                        .toList(),
                versions,
                json);
    }
}
