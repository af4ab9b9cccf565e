package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.files.Sha256;
import io.github.gmp.runtime.parallel.IndexedTasks;
import io.github.gmp.runtime.progress.Progress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Fits descriptors that take constants from training data; others stay what they are. */
public final class DescriptorFit {
    private DescriptorFit() {}

    /**
     * {@return a descriptor that can be evaluated}
     *
     * @param descriptor a descriptor
     * @param training the training set, and nothing else
     * @param threads how many threads may be used; the result does not depend on it
     * @throws DataException if it cannot be fitted to a structure; the message says which frame
     * @throws GmpException if it cannot be fitted at all
     */
    public static Descriptor fitted(Descriptor descriptor, List<LabeledStructure> training, int threads) {
        return fitted(descriptor, training, threads, Progress.silent());
    }

    /**
     * The same for somebody who may lose interest.
     *
     * @param descriptor a descriptor
     * @param training the training set, and nothing else
     * @param threads how many threads may be used; the result does not depend on it
     * @param progress asked whether to go on; told nothing
     * @return a descriptor that can be evaluated
     * @throws DataException if it cannot be fitted to a structure; the message says which frame
     * @throws GmpException if it cannot be fitted at all
     * @throws CancellationException if the progress ends the work
     */
    public static Descriptor fitted(
            Descriptor descriptor, List<LabeledStructure> training, int threads, Progress progress) {
        if (!(descriptor instanceof FittableDescriptor fittable)) {
            return descriptor;
        }
        TaskRunner runner = (tasks, task) -> IndexedTasks.run(tasks, threads, index -> {
            progress.requireWanted();
            task.accept(index);
        });
        try {
            return fittable.fit(
                    training.stream().map(LabeledStructure::structure).toList(), runner);
        } catch (DataException e) {
            throw located(fittable, training, e);
        }
    }

    /** The first frame that alone gives the same complaint is the one meant. */
    private static DataException located(
            FittableDescriptor descriptor, List<LabeledStructure> training, DataException complaint) {
        for (LabeledStructure frame : training) {
            try {
                descriptor.fit(List.of(frame.structure()), TaskRunner.sequential());
            } catch (DataException e) {
                if (String.valueOf(e.getMessage()).equals(complaint.getMessage())) {
                    return new DataException(frame.source() + ": " + complaint.getMessage(), complaint);
                }
            } catch (GmpException e) {
                complaint.addSuppressed(e);
            }
        }
        return complaint;
    }

    /**
     * {@return SHA-256 of it: descriptors of the same configuration and state have the same features}
     *
     * @param state what a descriptor was fitted to
     */
    static String hash(ModelState state) {
        MessageDigest digest = Sha256.digest();
        state.attributes()
                .forEach((name, value) -> digest.update((name + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
        state.tensors().forEach((name, tensor) -> {
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(NpyMatrix.toBytes(tensor));
        });
        return Sha256.hex(digest);
    }
}
