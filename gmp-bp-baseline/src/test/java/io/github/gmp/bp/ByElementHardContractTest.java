package io.github.gmp.bp;

import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.testkit.DescriptorContract;

import java.util.List;

/** A hard cutoff is allowed, and must not promise smoothness. */
class ByElementHardContractTest extends DescriptorContract {
    @Override
    protected Descriptor descriptor() {
        return Setups.descriptor(List.of("H", "C", "O"), Pairing.BY_ELEMENT, CutoffFunctions.hard(3.7), Setups.SAMPLE);
    }
}
