package io.github.gmp.api.invariant;

import io.github.gmp.api.probe.AngularBasis;
import io.github.gmp.api.probe.AngularProbe;
import io.github.gmp.api.probe.RadialBasis;
import io.github.gmp.api.probe.RadialProbe;

import java.util.List;

/**
 * How the moments of one centre lie in an array: μ[component][radial], components of all orders one after the other, the
 * radial index fastest.
 *
 * @param angular the angular probes
 * @param radial the radial probes
 * @param weightedNormsAreInvariant see {@link AngularBasis#weightedNormsAreInvariant()}
 */
public record MomentLayout(List<AngularProbe> angular, List<RadialProbe> radial, boolean weightedNormsAreInvariant) {
    /** Copies the lists. */
    public MomentLayout {
        angular = List.copyOf(angular);
        radial = List.copyOf(radial);
    }

    /**
     * @param angular the angular probes
     * @param radial the radial probes
     * @return the layout of their moments
     */
    public static MomentLayout of(AngularBasis angular, RadialBasis radial) {
        return new MomentLayout(angular.probes(), radial.probes(), angular.weightedNormsAreInvariant());
    }

    /** @return number of radial probes: the stride of components */
    public int radialCount() {
        return radial.size();
    }

    /** @return number of angular components of all orders */
    public int componentCount() {
        return angular.stream().mapToInt(p -> p.components().size()).sum();
    }

    /** @return number of moments of one centre */
    public int size() {
        return componentCount() * radialCount();
    }
}
