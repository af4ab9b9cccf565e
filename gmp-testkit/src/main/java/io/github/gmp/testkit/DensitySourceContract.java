package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.density.DensitySource;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.GaussianMixture;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Optional;

/** What every density source must pass. */
public abstract class DensitySourceContract {
    /** @return the source under test */
    protected abstract DensitySource source();

    @Test
    void everyElementHasAPositiveNumberOfElectrons() {
        assertThat(source().elements()).isNotEmpty();
        for (Element element : source().elements()) {
            GaussianMixture density = source().density(element);
            assertThat(density.integral())
                    .describedAs("electrons of %s", element)
                    .isPositive()
                    .isLessThan(element.atomicNumber() + 0.5);
        }
    }

    @Test
    void askingTwiceGivesTheSame() {
        for (Element element : source().elements()) {
            assertThat(source().density(element)).isEqualTo(source().density(element));
        }
    }

    @Test
    void aMissingElementIsNamedWithWhatThereIs() {
        Optional<Element> missing = Arrays.stream(Element.values())
                .filter(e -> !source().elements().contains(e))
                .findFirst();
        missing.ifPresent(element -> assertThatThrownBy(() -> source().density(element))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(element.symbol())
                .hasMessageContaining(source().elements().iterator().next().symbol()));
    }
}
