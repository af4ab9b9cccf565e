package io.github.gmp.bp;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.testkit.DescriptorContract;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;

/** Functions that do not tell elements apart. */
@ParameterizedClass
@MethodSource("io.github.gmp.bp.Setups#kernels")
class ElementSummedContractTest extends DescriptorContract {
    @Parameter
    KernelChoice kernel;

    @Override
    protected Descriptor descriptor() {
        return Setups.descriptor(
                List.of("H", "C", "O"),
                Pairing.ELEMENT_SUMMED,
                CutoffFunctions.polynomial(4.1, 4),
                Setups.SAMPLE,
                Map.of(),
                kernel);
    }
}
