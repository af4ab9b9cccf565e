package io.github.gmp.experiments.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.parallel.IndexedTasks;

import java.util.List;

/** Fits descriptors that take constants from training data; others stay what they are. */
public final class DescriptorFit {
    private DescriptorFit() {}

    /**
     * @param descriptor a descriptor
     * @param training the training set, and nothing else
     * @param threads how many threads may be used; the result does not depend on it
     * @return a descriptor that can be evaluated
     * @throws DataException if it cannot be fitted to a structure; the message says which frame
     * @throws GmpException if it cannot be fitted at all
     */
    public static Descriptor fitted(Descriptor descriptor, List<LabeledStructure> training, int threads) {
        if (!(descriptor instanceof FittableDescriptor fittable)) {
            return descriptor;
        }
        TaskRunner runner = (tasks, task) -> IndexedTasks.run(tasks, threads, task);
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
     * @param descriptor a descriptor as its factory made it
     * @throws GmpException if it must be fitted to training data first
     */
    static void requireNoFit(Descriptor descriptor) {
        if (descriptor instanceof FittableDescriptor) {
            throw new GmpException(
                    "the descriptor takes constants from training data (e.g. channels of gmp), and there is no"
                            + " training set here; it works in 'gmp train', 'gmp compare' and 'gmp search'");
        }
    }
}
