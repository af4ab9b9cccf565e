package io.github.gmp.bp;

import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.testkit.DescriptorContract;

import java.util.List;

/** Functions weighted with atomic numbers. */
class ElementWeightedContractTest extends DescriptorContract {
    @Override
    protected Descriptor descriptor() {
        return Setups.descriptor(
                List.of("H", "C", "O"), Pairing.ELEMENT_WEIGHTED, CutoffFunctions.polynomial(4.4, 2), Setups.SAMPLE);
    }
}
