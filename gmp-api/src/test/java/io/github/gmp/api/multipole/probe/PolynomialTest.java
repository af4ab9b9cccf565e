package io.github.gmp.api.multipole.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.multipole.probe.Polynomial.Term;
import org.junit.jupiter.api.Test;

import java.util.List;

class PolynomialTest {
    private static final Polynomial CUBIC = Polynomial.of(
            List.of(new Term(2, 3, 0, 0), new Term(-1.5, 1, 1, 1), new Term(0.7, 0, 2, 1), new Term(4, 0, 0, 1)));

    @Test
    void termsAreDistinctAndOrdered() {
        Polynomial p = Polynomial.of(List.of(
                new Term(1, 0, 1, 0),
                new Term(2, 1, 0, 0),
                new Term(3, 0, 1, 0),
                new Term(5, 0, 0, 2),
                new Term(-5, 0, 0, 2)));
        assertThat(p.terms()).containsExactly(new Term(2, 1, 0, 0), new Term(4, 0, 1, 0));
        assertThat(p.degree()).isEqualTo(1);
        assertThat(Polynomial.of(List.of()).isZero()).isTrue();
    }

    @Test
    void value() {
        assertThat(CUBIC.value(2, 3, 5)).isCloseTo(16 - 45 + 31.5 + 20, within(1e-13));
        assertThat(CUBIC.scaled(-2).value(2, 3, 5)).isCloseTo(-45, within(1e-13));
        assertThat(CUBIC.homogeneousPart(1)).isEqualTo(Polynomial.of(List.of(new Term(4, 0, 0, 1))));
    }

    @Test
    void laplacianAgreesWithFiniteDifferences() {
        double h = 1e-3;
        double[][] points = {{0.3, -1.2, 0.9}, {2, 1, -0.5}};
        for (double[] p : points) {
            double x = p[0];
            double y = p[1];
            double z = p[2];
            double sum = CUBIC.value(x + h, y, z)
                    + CUBIC.value(x - h, y, z)
                    + CUBIC.value(x, y + h, z)
                    + CUBIC.value(x, y - h, z)
                    + CUBIC.value(x, y, z + h)
                    + CUBIC.value(x, y, z - h)
                    - 6 * CUBIC.value(x, y, z);
            double numerical = sum / (h * h);
            assertThat(Math.abs(numerical)).isGreaterThan(1);
            assertThat(CUBIC.laplacian().value(x, y, z)).isCloseTo(numerical, within(1e-7));
        }
    }

    @Test
    void solidHarmonicsHaveNoLaplacian() {
        Polynomial solid = Polynomial.of(List.of(new Term(2, 0, 0, 2), new Term(-1, 2, 0, 0), new Term(-1, 0, 2, 0)));
        assertThat(solid.laplacian().isZero()).isTrue();
    }

    @Test
    void refusesBadTerms() {
        assertThatThrownBy(() -> new Term(1, 0, -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bad polynomial term 1.0 x^0 y^-1 z^0");
    }
}
