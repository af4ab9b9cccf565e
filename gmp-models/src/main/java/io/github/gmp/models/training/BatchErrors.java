package io.github.gmp.models.training;

/**
 * What some structures came to, in sums over them.
 *
 * @param loss the losses
 * @param energy absolute errors of energies in eV
 * @param force absolute errors of force components in eV/Å
 * @param components number of force components
 */
record BatchErrors(double loss, double energy, double force, long components) {
    static final BatchErrors NONE = new BatchErrors(0, 0, 0, 0);

    BatchErrors plus(BatchErrors other) {
        return new BatchErrors(
                loss + other.loss, energy + other.energy, force + other.force, components + other.components);
    }
}
