package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.Species;
import io.github.gmp.api.multipole.density.SpeciesIndex;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Optional;

/** What every density source must pass. */
public abstract class DensitySourceContract {
    /** For the test class that extends this. */
    protected DensitySourceContract() {}

    /** {@return the source under test} */
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

    @Test
    void everySpeciesHasAPositiveNumberOfElectrons() {
        for (Species species : new SpeciesIndex(source()).species()) {
            GaussianMixture density = source().density(species);
            assertThat(density.integral())
                    .describedAs("electrons of %s", species)
                    .isPositive();
            assertThat(source().density(species))
                    .describedAs("%s, asked twice", species)
                    .isEqualTo(density);
            if (species.value().isEmpty()) {
                assertThat(density).isEqualTo(source().density(species.element()));
            }
        }
    }

    @Test
    void onlyElementsThatTheSourceHasAreToldApart() {
        source().selector().ifPresent(selector -> assertThat(source().elements())
                .containsAll(selector.values().keySet()));
    }

    @Test
    void aSpeciesThatIsNotThereIsNamed() {
        Element element = source().elements().iterator().next();
        // No charge or magnetic moment that anyone would list.
        Species missing = Species.of(element, 12345.5);
        assertThatThrownBy(() -> source().density(missing))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(element.symbol())
                .hasMessageContaining("12345.5");
    }
}
