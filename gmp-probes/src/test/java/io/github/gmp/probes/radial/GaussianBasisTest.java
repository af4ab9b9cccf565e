package io.github.gmp.probes.radial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.probes.descriptor.Gmp;
import io.github.gmp.testkit.RadialBasisContract;
import org.junit.jupiter.api.Test;

class GaussianBasisTest extends RadialBasisContract {
    @Override
    protected RadialBasis basis() {
        return Gmp.radial(Normalization.VOLUME, 0.02, 0.25, 1.0, 2.0);
    }

    @Test
    void volumeNormalizationHasUnitIntegral() {
        basis().probes()
                .forEach(probe -> assertThat(probe.expansion().integral()).isCloseTo(1, within(1e-14)));
    }

    @Test
    void paperNormalizationIsThatOfOneDimension() {
        GaussianMixture gaussian =
                Gmp.radial(Normalization.PAPER, 0.25).probes().get(0).expansion();

        assertThat(gaussian.exponent(0)).isEqualTo(8);
        assertThat(gaussian.amplitude(0)).isCloseTo(1.5957691216057308, within(1e-15));
    }

    @Test
    void badListsOfWidthsAreRefused() {
        assertThatThrownBy(() -> Gmp.radial(Normalization.PAPER))
                .isInstanceOf(ConfigException.class)
                .hasMessage("sigmas: got [], expected at least one width in Å");
        assertThatThrownBy(() -> Gmp.radial(Normalization.PAPER, 0.5, 1.0, 0.5))
                .isInstanceOf(ConfigException.class)
                .hasMessage("sigmas: got [0.5, 1.0, 0.5], expected every width once; 0.5 is there twice");
    }
}
