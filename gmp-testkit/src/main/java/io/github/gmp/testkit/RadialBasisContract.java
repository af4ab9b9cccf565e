package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.multipole.probe.RadialProbe;
import org.junit.jupiter.api.Test;

/** What every set of radial probes must pass. */
public abstract class RadialBasisContract {
    /** For the test class that extends this. */
    protected RadialBasisContract() {}

    /** {@return the basis under test} */
    protected abstract RadialBasis basis();

    @Test
    void probesHaveLabelsOfTheirOwn() {
        assertThat(basis().probes()).isNotEmpty();
        assertThat(basis().probes().stream().map(RadialProbe::label)).doesNotHaveDuplicates();
    }

    @Test
    void expansionsAreNotZeroAndStayTheSame() {
        for (RadialProbe probe : basis().probes()) {
            assertThat(Math.abs(probe.expansion().value(0))
                            + Math.abs(probe.expansion().value(1)))
                    .describedAs(probe.label())
                    .isPositive()
                    .isFinite();
            assertThat(probe.expansion()).isEqualTo(probe.expansion());
        }
    }
}
