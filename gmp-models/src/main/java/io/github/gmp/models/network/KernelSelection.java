package io.github.gmp.models.network;

import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.kernel.ScalarKernels;
import io.github.gmp.models.kernel.vector.NetworkVectorKernels;
import io.github.gmp.toolkit.kernel.KernelChoice;

/** Where the choice of kernels is made; the only class that names those of the Vector API. */
public final class KernelSelection {
    private KernelSelection() {}

    /**
     * {@return its kernels, for any number of threads}
     *
     * @param choice which implementation
     */
    public static NetworkKernels of(KernelChoice choice) {
        return choice.isVector() ? new NetworkVectorKernels() : new ScalarKernels();
    }
}
