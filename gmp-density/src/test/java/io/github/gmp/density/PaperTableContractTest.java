package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.testkit.DensitySourceContract;

class PaperTableContractTest extends DensitySourceContract {
    private final DensitySource paper = GaussianTableReader.read(BuiltInTable.PAPER);

    @Override
    protected DensitySource source() {
        return paper;
    }
}
