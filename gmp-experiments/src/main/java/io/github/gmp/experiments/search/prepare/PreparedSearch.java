package io.github.gmp.experiments.search.prepare;

import io.github.gmp.experiments.search.CandidateBinder;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.halving.Rungs;
import io.github.gmp.experiments.search.space.SearchSpace;
import io.github.gmp.experiments.search.worker.JobData;
import io.github.gmp.runtime.config.BoundConfig;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.NamedFiles;
import io.github.gmp.runtime.dataset.SplitDataset;

import java.util.Map;
import java.util.TreeMap;

/**
 * A configuration that passed all checks, with its data.
 *
 * @param tree the configuration as the user wrote it
 * @param config the configuration
 * @param space its space
 * @param candidates makes candidates
 * @param rungs puts candidates on rungs
 * @param files the files of the search, read once
 * @param data the divided data
 */
public record PreparedSearch(
        ConfigTree tree,
        BoundConfig<SearchConfig> config,
        SearchSpace space,
        CandidateBinder candidates,
        Rungs rungs,
        JobData files,
        SplitDataset data) {
    /** {@return what the search minimizes} */
    public Objectives objectives() {
        return new Objectives(config.config().objectives());
    }

    /** {@return hash of the configuration but for where trials run and files lie: what is found depends on all the rest} */
    public String hash() {
        Map<String, Object> rest = new TreeMap<>(config.resolved());
        rest.remove("executor");
        return ComponentSpecs.hashOf(NamedFiles.withoutFolders(rest));
    }
}
