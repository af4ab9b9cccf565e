package io.github.gmp.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.Param;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys that were called otherwise: accepted with a warning, and never advertised. */
class FormerKeysTest {
    interface Shape {
        ComponentKind<Shape> KIND = new ComponentKind<>("shape", Shape.class);
    }

    record Round(
            @Param(
                    doc = "Radius.",
                    formerly = {"halfWidth", "r"})
            double radius,

            @Param(doc = "Color.", defaultValue = "red", formerly = "paint")
            String color)
            implements Shape {}

    record Clash(
            @Param(doc = "One.") String one,
            @Param(doc = "Two.", formerly = "one") String two) {}

    private final ComponentCatalog catalog = ComponentCatalog.of(
            List.of(ComponentFactory.of(Shape.KIND, "round", "A circle.", Round.class, (config, context) -> config)
                    .withPresets(Map.of("blue-one", Map.of("radius", 1.0, "color", "blue")))));
    private final BindingPass pass = new BindingPass(catalog, BindingEnvironment.of(Map.of()), FileLookup.absolute());

    private ComponentSpec bound(String yaml) {
        return (ComponentSpec) pass.bindComponent("shape", YamlReader.readText(yaml, "test"), "shape", Optional.empty())
                .value()
                .orElseThrow();
    }

    @Test
    void aFormerKeyIsReadWithAWarningThatNamesBoth() {
        assertThat(bound("{type: round, halfWidth: 2.5, paint: green}").keys())
                .containsExactlyInAnyOrderEntriesOf(Map.of("radius", 2.5, "color", "green"));
        assertThat(pass.problems()).isEmpty();
        assertThat(pass.warnings())
                .containsExactly(
                        "shape.halfWidth: is now called 'radius'; the name 'halfWidth' will not be known for ever",
                        "shape.paint: is now called 'color'; the name 'paint' will not be known for ever");
    }

    @Test
    void aFormerKeyOverridesAPreset() {
        assertThat(bound("{type: round, preset: blue-one, r: 3.0}").keys())
                .containsExactlyInAnyOrderEntriesOf(Map.of("radius", 3.0, "color", "blue"));
    }

    @Test
    void bothNamesTogetherAreAProblem() {
        assertThatThrownBy(() -> new ConfigBinder(catalog)
                        .bindComponent(
                                "shape",
                                YamlReader.readText("{type: round, radius: 1.0, r: 2.0}", "test"),
                                "shape",
                                BindingEnvironment.of(Map.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessage("shape.r: got a value as 'r' and one as 'radius', expected 'radius' alone, which is what"
                        + " 'r' is called now");
    }

    @Test
    void formerKeysAreNotAdvertised() {
        pass.bindComponent(
                "shape",
                YamlReader.readText("{type: round, radius: 1.0, pain: red}", "test"),
                "shape",
                Optional.empty());
        assertThat(pass.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .isEqualTo("unknown key 'pain' (known: color, preset, radius, type)"));
        assertThat(ConfigSchema.of(Round.class).keys()).containsExactly("radius", "color");
    }

    @Test
    void aFormerNameThatIsTakenIsTheAuthorsProblem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigSchema.of(Clash.class))
                .withMessage(Clash.class.getName() + ".two has the former name 'one', which is empty or taken");
    }
}
