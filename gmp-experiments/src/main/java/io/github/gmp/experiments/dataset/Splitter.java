package io.github.gmp.experiments.dataset;

import io.github.gmp.api.error.DataException;

/** Divides a data set into training, validation and test structures, reproducibly from a seed. */
public final class Splitter {
    private Splitter() {}

    /**
     * @param dataset a data set
     * @param config the shares
     * @return the three sets; each keeps the order of the data set
     * @throws DataException if a set comes out empty, more is asked for than there is, or an energy is missing
     */
    public static SplitDataset split(Dataset dataset, SplitConfig config) {
        throw new UnsupportedOperationException("in work");
    }
}
