package io.github.gmp.api.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTest {
    @ParameterizedTest
    @CsvSource({"H, 1", "Ne, 10", "Ca, 20", "Kr, 36", "Xe, 54", "Lu, 71", "Au, 79", "Rn, 86", "U, 92", "Og, 118"})
    void symbolsAndNumbers(String symbol, int number) {
        assertThat(Element.of(symbol).atomicNumber()).isEqualTo(number);
        assertThat(Element.of(number).symbol()).isEqualTo(symbol);
    }

    @Test
    void thereAre118() {
        assertThat(Element.values()).hasSize(118);
    }

    @ParameterizedTest
    @CsvSource({
        "h, '; did you mean ''H''?'",
        "CL, '; did you mean ''Cl''?'",
        "Hx, '; did you mean ''H''?'",
        "D, '; isotopes of hydrogen are written ''H'''",
        "T, '; isotopes of hydrogen are written ''H'''",
        "J, '; an element symbol such as H or Cl was expected'",
        "Oxygen, '; an element symbol such as H or Cl was expected'"
    })
    void unknownSymbols(String symbol, String advice) {
        assertThatThrownBy(() -> Element.of(symbol))
                .isInstanceOf(DataException.class)
                .hasMessage("unknown element '" + symbol + "'" + advice);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "119"})
    void unknownNumbers(int number) {
        assertThatThrownBy(() -> Element.of(number))
                .isInstanceOf(DataException.class)
                .hasMessage("atomic number " + number + " is not in 1 ... 118");
    }
}
