package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Worker;
import io.github.gmp.runtime.GmpVersion;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.config.FileLookup;
import io.github.gmp.runtime.dataset.FrameStream;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import jakarta.inject.Inject;

import java.util.Map;

/** Makes workers that compute shards of features. */
public final class ShardWorkers {
    /** What jobs of shards are called. */
    public static final String KIND = "featurize";

    private final ConfigBinder binder;
    private final ComponentRegistry registry;
    private final FrameStream frames;

    /**
     * @param binder binds the configuration of the descriptor
     * @param registry makes the descriptor
     * @param frames reads files
     */
    @Inject
    public ShardWorkers(ConfigBinder binder, ComponentRegistry registry, FrameStream frames) {
        this.binder = binder;
        this.registry = registry;
        this.frames = frames;
    }

    /** The worker of the process that has made the descriptor already. */
    Worker open(Descriptor descriptor, Map<String, ?> provenance) {
        return new ShardWorker(frames, descriptor, provenance);
    }

    /**
     * {@return a worker}
     *
     * @param job a job
     * @param environment where things are in this process
     * @throws GmpException if versions or files of the descriptor here differ from those of the job
     */
    public Worker open(Job job, Worker.Environment environment) {
        GmpVersion.requireSame(job, GmpVersion.ofResults(registry.pluginVersionsOfResults()));
        ShardJob shared = ShardJob.parse(job.json());
        ComponentSpec spec = binder.bindComponent(
                Descriptor.KIND.name(),
                shared.descriptor(),
                Descriptor.KIND.name(),
                BindingEnvironment.of(Map.of()),
                FileLookup.in(environment.baseDirectory()));
        Map<String, String> here = new FileHashes().byName(spec);
        for (Job.InputFile file : job.files()) {
            if (!file.sha256().equals(here.get(file.name()))) {
                throw new DataException(file.name() + " (from " + environment.baseDirectory() + "): SHA-256 "
                        + here.getOrDefault(file.name(), "of no file") + " here, " + file.sha256()
                        + " of that of the command");
            }
        }
        Descriptor configured = registry.create(Descriptor.KIND, spec);
        return open(shared.state().map(state -> restored(configured, state)).orElse(configured), shared.provenance());
    }

    private static Descriptor restored(Descriptor configured, ModelState state) {
        if (configured instanceof FittableDescriptor fittable) {
            return fittable.restore(state);
        }
        throw new GmpException("the descriptor takes no constants from data here, but did where the command runs");
    }
}
