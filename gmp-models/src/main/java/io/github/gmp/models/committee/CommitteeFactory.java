package io.github.gmp.models.committee;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Makes trainers of committees. */
public final class CommitteeFactory implements ComponentFactory<CommitteeConfig, RegressorTrainer> {
    @Override
    public ComponentKind<RegressorTrainer> kind() {
        return RegressorTrainer.KIND;
    }

    @Override
    public String name() {
        return CommitteeTrainer.TYPE;
    }

    @Override
    public String description() {
        return "Several regressors of one kind, each trained with a seed of its own and, if asked to, on a bootstrap sample. It predicts "
                + "their mean; their standard deviation tells what they do not know (arXiv:1612.01474).";
    }

    @Override
    public Class<CommitteeConfig> configType() {
        return CommitteeConfig.class;
    }

    @Override
    public RegressorTrainer create(CommitteeConfig config, ComponentContext context) {
        return new CommitteeTrainer(
                config.members(), config.bootstrap(), context.create(RegressorTrainer.KIND, config.member()));
    }
}
