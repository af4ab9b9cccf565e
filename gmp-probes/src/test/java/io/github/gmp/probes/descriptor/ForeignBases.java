package io.github.gmp.probes.descriptor;

import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.multipole.probe.Polynomial;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.multipole.probe.RadialProbe;

import java.util.List;

/** Probes unlike the built-in ones: polynomials of mixed degree and parity that are not harmonic, radial probes of two Gaussians. */
final class ForeignBases {
    private ForeignBases() {}

    static AngularBasis angular() {
        Polynomial mixed = Polynomial.of(List.of(
                new Polynomial.Term(0.7, 4, 1, 0),
                new Polynomial.Term(-1.3, 0, 2, 2),
                new Polynomial.Term(2.1, 1, 2, 0),
                new Polynomial.Term(0.4, 0, 0, 2),
                new Polynomial.Term(-3.0, 0, 0, 1),
                new Polynomial.Term(0.5, 0, 0, 0)));
        Polynomial plain = Polynomial.of(List.of(new Polynomial.Term(1.0, 2, 0, 0), new Polynomial.Term(1.0, 0, 1, 1)));
        AngularProbe probe = new AngularProbe() {
            @Override
            public int order() {
                return 5;
            }

            @Override
            public List<Component> components() {
                return List.of(new Component("mixed", "mixed", 1, mixed), new Component("plain", "plain", 2, plain));
            }
        };
        return new AngularBasis() {
            @Override
            public List<AngularProbe> probes() {
                return List.of(probe);
            }

            @Override
            public boolean weightedNormsAreInvariant() {
                return false;
            }
        };
    }

    static RadialBasis radial() {
        return () -> List.of(new TwoGaussians());
    }

    private record TwoGaussians() implements RadialProbe {
        @Override
        public String label() {
            return "two";
        }

        @Override
        public GaussianMixture expansion() {
            return new GaussianMixture(new double[] {0.8, -0.3}, new double[] {0.6, 2.5});
        }
    }
}
