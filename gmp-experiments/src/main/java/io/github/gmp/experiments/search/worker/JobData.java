package io.github.gmp.experiments.search.worker;

import io.github.gmp.runtime.dataset.DataConfig;
import io.github.gmp.runtime.dataset.Dataset;
import io.github.gmp.runtime.dataset.DatasetLoader;
import io.github.gmp.runtime.dataset.SplitConfig;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.dataset.Splitter;
import io.github.gmp.runtime.progress.Progress;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The data of a job: files are read once, however many tasks and divisions there are. Thread-safe. */
public final class JobData {
    private static final SplitConfig NO_SPLIT = new SplitConfig(Optional.empty(), 0, 0, 0, Optional.empty());

    private final DatasetLoader loader;
    private final Map<DataConfig, Dataset> read = new HashMap<>();
    private final Map<DataConfig, SplitDataset> divided = new HashMap<>();

    /** @param loader reads files */
    public JobData(DatasetLoader loader) {
        this.loader = loader;
    }

    /**
     * {@return the divided data}
     *
     * @param config a section {@code data}
     * @param progress told about frames that are read
     * @throws io.github.gmp.api.error.GmpException if they cannot be read or divided
     */
    public synchronized SplitDataset divided(DataConfig config, Progress progress) {
        SplitDataset known = divided.get(config);
        if (known != null) {
            return known;
        }
        DataConfig whole = new DataConfig(
                config.files(),
                config.validationFiles(),
                config.testFiles(),
                config.format(),
                config.limit(),
                NO_SPLIT,
                config.exclude(),
                config.testWhere());
        Dataset dataset = read.get(whole);
        if (dataset == null) {
            dataset = loader.load(config, progress);
            read.put(whole, dataset);
        }
        SplitDataset split = Splitter.split(dataset, config.split());
        divided.put(config, split);
        return split;
    }
}
