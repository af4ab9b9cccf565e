package io.github.gmp.bp;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.bp.SymmetryFunctionLists.Angles;
import io.github.gmp.bp.SymmetryFunctionLists.Gaussians;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.testkit.DescriptorContract;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Centers of different elements with different functions, some without angular ones. */
@ParameterizedClass
@MethodSource("io.github.gmp.bp.Setups#kernels")
class PerElementContractTest extends DescriptorContract {
    @Parameter
    KernelChoice kernel;

    @Override
    protected Descriptor descriptor() {
        SymmetryFunctionLists radial = new SymmetryFunctionLists(
                true,
                Optional.of(new Gaussians(List.of(0.3), List.of(0.0, 1.1))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        SymmetryFunctionLists wide = new SymmetryFunctionLists(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Angles(List.of(0.2), List.of(1.0, 2.5), List.of(1.0))));
        return Setups.descriptor(
                List.of("H", "C", "O"),
                Pairing.BY_ELEMENT,
                CutoffFunctions.cosine(4.6),
                Setups.SAMPLE,
                Map.of("H", radial, "O", wide),
                kernel);
    }
}
