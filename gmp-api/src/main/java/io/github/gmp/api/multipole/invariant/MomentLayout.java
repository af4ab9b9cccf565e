package io.github.gmp.api.multipole.invariant;

import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.multipole.probe.RadialProbe;

import java.util.List;

/**
 * How the moments of one center lie in an array: μ[component][radial], components of all orders one after the other, the
 * radial index fastest. The radial index counts radial probes, or channels where moments are mixed from those of several probes.
 *
 * @param angular the angular probes
 * @param radial a short label of each radial probe or channel, for the names of features
 * @param weightedNormsAreInvariant see {@link AngularBasis#weightedNormsAreInvariant()}
 */
public record MomentLayout(List<AngularProbe> angular, List<String> radial, boolean weightedNormsAreInvariant) {
    /** Copies the lists. */
    public MomentLayout {
        angular = List.copyOf(angular);
        radial = List.copyOf(radial);
    }

    /**
     * {@return the layout of the moments of angular and radial probes}
     *
     * @param angular the angular probes
     * @param radial the radial probes
     */
    public static MomentLayout of(AngularBasis angular, RadialBasis radial) {
        return new MomentLayout(
                angular.probes(),
                radial.probes().stream().map(RadialProbe::label).toList(),
                angular.weightedNormsAreInvariant());
    }

    /** {@return the number of radial probes or channels: the stride of components} */
    public int radialCount() {
        return radial.size();
    }

    /** {@return the number of angular components of all orders} */
    public int componentCount() {
        return angular.stream().mapToInt(p -> p.components().size()).sum();
    }

    /** {@return the number of moments of one center} */
    public int size() {
        return componentCount() * radialCount();
    }
}
