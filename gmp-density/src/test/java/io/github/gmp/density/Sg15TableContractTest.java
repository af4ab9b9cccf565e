package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.testkit.DensitySourceContract;

class Sg15TableContractTest extends DensitySourceContract {
    private final DensitySource sg15 = GaussianTableReader.read(BuiltInTable.SG15);

    @Override
    protected DensitySource source() {
        return sg15;
    }
}
