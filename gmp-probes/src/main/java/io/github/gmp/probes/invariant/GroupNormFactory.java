package io.github.gmp.probes.invariant;

import io.github.gmp.api.invariant.InvariantFamily;
import io.github.gmp.api.invariant.MomentLayout;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.probe.AngularProbe;

/** Makes the norms of permutation groups, Eq. 3 of arXiv:2102.02390. */
public final class GroupNormFactory implements ComponentFactory<GroupNormConfig, InvariantFamily> {
    @Override
    public ComponentKind<InvariantFamily> kind() {
        return InvariantFamily.KIND;
    }

    @Override
    public String name() {
        return "group-norm";
    }

    @Override
    public String description() {
        return "The norm of the paper (arXiv:2102.02390, equation 3), one feature per permutation group of each order:"
                + " sqrt(sum of mu^2 over the permutations of (a,b,c)). NOT invariant under rotation from order 2 on; kept for"
                + " comparison with the paper.";
    }

    @Override
    public Class<GroupNormConfig> configType() {
        return GroupNormConfig.class;
    }

    @Override
    public InvariantFamily create(GroupNormConfig config, ComponentContext context) {
        BlockNorms.Form form = config.signedSingles() ? BlockNorms.Form.ROOT_SIGNED_SINGLES : BlockNorms.Form.ROOT;
        return layout -> new BlockNorms(layout, ComponentBlock.groups(layout), form, isInvariant(layout));
    }

    /** A group norm is invariant only where it is the norm of its whole order: orders 0 and 1 of the Maxwell-Cartesian harmonics. */
    private static boolean isInvariant(MomentLayout layout) {
        return layout.weightedNormsAreInvariant()
                && layout.angular().stream().allMatch(GroupNormFactory::isOneGroupOfEqualWeights);
    }

    private static boolean isOneGroupOfEqualWeights(AngularProbe probe) {
        AngularProbe.Component first = probe.components().get(0);
        return probe.components().stream()
                .allMatch(c -> c.group().equals(first.group()) && c.weight() == first.weight());
    }
}
