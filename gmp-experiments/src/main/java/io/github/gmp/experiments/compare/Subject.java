package io.github.gmp.experiments.compare;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorProperty;

/**
 * A descriptor that takes part, and what it says about itself.
 *
 * @param name name in the tables
 * @param type name of its component
 * @param features number of features
 * @param cutoff in Å
 * @param rotationInvariant whether its features stay the same when a structure is rotated
 * @param smoothAtCutoff whether energies and forces are continuous when an atom crosses the cutoff
 */
record Subject(
        String name, String type, int features, double cutoff, boolean rotationInvariant, boolean smoothAtCutoff) {
    static Subject of(CompareConfig.NamedDescriptor entry, Descriptor descriptor) {
        return new Subject(
                entry.name(),
                entry.descriptor().type(),
                descriptor.features().size(),
                descriptor.cutoff(),
                descriptor.properties().contains(DescriptorProperty.ROTATION_INVARIANT),
                descriptor.properties().contains(DescriptorProperty.SMOOTH_AT_CUTOFF));
    }
}
