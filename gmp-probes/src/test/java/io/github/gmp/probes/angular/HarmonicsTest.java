package io.github.gmp.probes.angular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.multipole.probe.AngularProbe.Component;
import io.github.gmp.api.multipole.probe.Polynomial;
import io.github.gmp.api.multipole.probe.Polynomial.Term;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.probes.descriptor.Gmp;
import io.github.gmp.testkit.AngularBasisContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class HarmonicsTest {
    @Nested
    class Solid extends AngularBasisContract {
        @Override
        protected AngularBasis basis() {
            return Gmp.angular(9, PolynomialForm.SOLID);
        }
    }

    @Nested
    class Literal extends AngularBasisContract {
        @Override
        protected AngularBasis basis() {
            return Gmp.angular(9, PolynomialForm.LITERAL);
        }
    }

    @Test
    void literalPolynomialsAreThoseOfTableOne() {
        assertThat(MaxwellCartesianHarmonics.polynomial(2, 0, 0, PolynomialForm.LITERAL))
                .isEqualTo(Polynomial.of(List.of(new Term(3, 2, 0, 0), new Term(-1, 0, 0, 0))));
        assertThat(MaxwellCartesianHarmonics.polynomial(3, 0, 0, PolynomialForm.LITERAL))
                .isEqualTo(Polynomial.of(List.of(new Term(15, 3, 0, 0), new Term(-9, 1, 0, 0))));
        assertThat(MaxwellCartesianHarmonics.polynomial(2, 1, 0, PolynomialForm.LITERAL))
                .isEqualTo(Polynomial.of(List.of(new Term(15, 2, 1, 0), new Term(-3, 0, 1, 0))));
        assertThat(MaxwellCartesianHarmonics.polynomial(1, 1, 1, PolynomialForm.LITERAL))
                .isEqualTo(Polynomial.of(List.of(new Term(15, 1, 1, 1))));
    }

    @Test
    void solidPolynomialsAreHomogeneousAndHarmonic() {
        for (AngularProbe probe : Gmp.angular(9, PolynomialForm.SOLID).probes()) {
            for (Component component : probe.components()) {
                Polynomial polynomial = component.polynomial();
                assertThat(polynomial.homogeneousPart(probe.order()))
                        .as(component.label())
                        .isEqualTo(polynomial);
                assertThat(polynomial.laplacian().isZero())
                        .as(component.label())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 3", "4, 4", "5, 5", "6, 7", "7, 8", "8, 10", "9, 12"})
    void componentsAndGroupsAreComplete(int order, int groups) {
        List<Component> components = new MaxwellCartesianHarmonics(order, PolynomialForm.LITERAL).components();
        assertThat(components).hasSize((order + 1) * (order + 2) / 2);
        assertThat(components.stream().map(Component::group).distinct()).hasSize(groups);
        // Σ n!/(a!b!c!) = 3^n.
        assertThat(components.stream().mapToDouble(Component::weight).sum()).isEqualTo(Math.pow(3, order));
    }

    @Test
    void groupsComeInDescendingLexicographicOrder() {
        List<Component> components = new MaxwellCartesianHarmonics(4, PolynomialForm.SOLID).components();
        assertThat(components.stream().map(Component::group).distinct())
                .containsExactly("(4,0,0)", "(3,1,0)", "(2,2,0)", "(2,1,1)");
        assertThat(components.stream().filter(c -> c.group().equals("(3,1,0)")).map(Component::label))
                .containsExactly("(3,1,0)", "(3,0,1)", "(1,3,0)", "(1,0,3)", "(0,3,1)", "(0,1,3)");
    }

    @Test
    void badListsOfOrdersAreRefused() {
        assertThatThrownBy(() -> Gmp.orders(PolynomialForm.SOLID))
                .isInstanceOf(ConfigException.class)
                .hasMessage("orders: got [], expected at least one order, 0 to 9");
        assertThatThrownBy(() -> Gmp.orders(PolynomialForm.SOLID, 2, 0, 2))
                .isInstanceOf(ConfigException.class)
                .hasMessage("orders: got [2, 0, 2], expected every order once; 2 is there twice");
        assertThatThrownBy(() -> Gmp.angular(10, PolynomialForm.SOLID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("orders are 0 to 9, got 10");
    }
}
