package io.github.gmp.density.slater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.slater.SlaterAtom.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class SlaterAtomTest {
    // (Z - s) of the outermost s and p electrons by hand, with the numbers of Slater's paper.
    @ParameterizedTest
    @CsvSource({
        "H, 1, 1, 1.0",
        "He, 2, 1, 1.70",
        "Li, 1, 2, 1.30",
        "C, 4, 2, 3.25",
        "N, 5, 2, 3.90",
        "O, 6, 2, 4.55",
        "Na, 1, 3, 2.20",
        "Cl, 7, 3, 6.10",
        "K, 1, 3.7, 2.20",
        "Zn, 2, 3.7, 4.35",
        "Br, 7, 3.7, 7.60",
        "Cs, 1, 4.2, 2.20"
    })
    void theOutermostShellHasTheChargeOfSlatersRules(Element element, int electrons, double effectiveN, double charge) {
        List<Shell> shells = new SlaterAtom(element).valence();

        assertThat(shells).singleElement().satisfies(shell -> {
            assertThat(shell.electrons()).isEqualTo(electrons);
            assertThat(shell.effectiveN()).isEqualTo(effectiveN);
            assertThat(shell.zeta()).isCloseTo(charge / effectiveN, within(1e-12));
        });
    }

    @Test
    void openInnerShellsAreValence() {
        assertThat(new SlaterAtom(Element.Fe).valence())
                .extracting(Shell::electrons, shell -> Math.round(shell.zeta() * shell.effectiveN() * 100))
                .containsExactly(tuple(6, 625L), tuple(2, 375L));
        assertThat(new SlaterAtom(Element.Nd).valence())
                .extracting(Shell::electrons)
                .containsExactly(4, 2);
        assertThat(new SlaterAtom(Element.Og).valence())
                .extracting(Shell::electrons)
                .containsExactly(8);
    }

    @ParameterizedTest
    @EnumSource(Element.class)
    void theDensityHasAllElectrons(Element element) {
        RadialDensity density = new SlaterAtom(element).density();

        assertThat(density.integral()).isCloseTo(density.electrons(), within(2e-3 * density.electrons()));
    }

    @Test
    void hydrogenIsTheExactAtom() {
        RadialDensity density = new SlaterAtom(Element.H).density();
        double bohr = 0.529177210903;

        // exp(-2r) / pi in atomic units.
        assertThat(density.radius(49)).isCloseTo(bohr, within(1e-12));
        assertThat(density.density(49) * Math.pow(bohr, 3)).isCloseTo(Math.exp(-2) / Math.PI, within(1e-12));
    }
}
