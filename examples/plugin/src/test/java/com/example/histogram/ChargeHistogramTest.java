package com.example.histogram;

import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.testkit.DescriptorContract;

/** Everything that GMP demands of a descriptor: invariances, smoothness, derivatives, adjointness, thread safety. */
class ChargeHistogramTest extends DescriptorContract {
    @Override
    protected Descriptor descriptor() {
        return new ChargeHistogram(6, 0.5, CutoffFunctions.polynomial(4.5, 2));
    }
}
