package io.github.gmp.bp;

import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.testkit.DescriptorContract;

import java.util.List;

/** Functions that do not tell elements apart. */
class ElementSummedContractTest extends DescriptorContract {
    @Override
    protected Descriptor descriptor() {
        return Setups.descriptor(
                List.of("H", "C", "O"), Pairing.ELEMENT_SUMMED, CutoffFunctions.polynomial(4.1, 4), Setups.SAMPLE);
    }
}
