package io.github.gmp.bp;

import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.testkit.DescriptorContract;

import java.util.List;

/** Functions per element with the cutoff that has two continuous derivatives. */
class ByElementTanhContractTest extends DescriptorContract {
    @Override
    protected Descriptor descriptor() {
        return Setups.descriptor(
                List.of("H", "C", "O"), Pairing.BY_ELEMENT, CutoffFunctions.tanhCubed(4.9), Setups.SAMPLE);
    }
}
