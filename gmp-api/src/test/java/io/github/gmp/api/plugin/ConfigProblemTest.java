package io.github.gmp.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class ConfigProblemTest {
    @Test
    void texts() {
        assertThat(new ConfigProblem.UnknownComponent("descriptor", "descriptor", "gpm", List.of("gmp", "atoms"))
                        .message())
                .isEqualTo("unknown descriptor 'gpm'; did you mean 'gmp'? (known: atoms, gmp)");
        assertThat(new ConfigProblem.UnknownComponent("descriptor", "descriptor", "soap", List.of("gmp")).message())
                .isEqualTo("unknown descriptor 'soap' (known: gmp)");
        assertThat(new ConfigProblem.UnknownKey("radial.sigma", "sigma", List.of("sigmas", "normalization")).message())
                .isEqualTo("unknown key 'sigma'; did you mean 'sigmas'? (known: normalization, sigmas)");
        assertThat(new ConfigProblem.MissingKey("cutoff.radius", "a number in Å").message())
                .isEqualTo("is required: a number in Å");
        assertThat(new ConfigProblem.InvalidValue("cutoff.radius", "-1", "a number > 0").message())
                .isEqualTo("got -1, expected a number > 0");
        assertThat(new ConfigProblem.DuplicateComponent("descriptor gmp", "one", "two").message())
                .isEqualTo("is offered by two plugins: 'one' and 'two'; remove one of them");
        assertThat(new ConfigProblem.IncompatiblePlugin("x.jar", "was built for version 9").message())
                .isEqualTo("was built for version 9");
    }

    @Test
    void allProblemsAtOnce() {
        List<ConfigProblem> problems = List.of(
                new ConfigProblem.MissingKey("a", "a number"), new ConfigProblem.InvalidValue("b[2]", "x", "a number"));
        ConfigException exception = new ConfigException(problems);
        assertThat(exception).hasMessage("a: is required: a number\nb[2]: got x, expected a number");
        assertThat(exception.problems()).isEqualTo(problems);
        assertThat(ConfigException.invalid("etas", List.of(), "at least one number"))
                .hasMessage("etas: got [], expected at least one number");
    }

    @Test
    void kindsAreKebabCase() {
        assertThatThrownBy(() -> new ComponentKind<>("DatasetFormat", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'DatasetFormat' is not a lower-kebab-case name");
    }
}
