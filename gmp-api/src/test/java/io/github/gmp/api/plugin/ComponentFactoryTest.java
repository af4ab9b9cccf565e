package io.github.gmp.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Factories as values. */
class ComponentFactoryTest {
    private static final ComponentKind<CharSequence> TEXT = new ComponentKind<>("text", CharSequence.class);

    private static final ComponentContext NOTHING_NESTED = new ComponentContext() {
        @Override
        public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
            throw new AssertionError("nothing nested was expected");
        }
    };

    private record Repeated(
            @Param(doc = "What to repeat.") String word,
            @Param(doc = "How often.", defaultValue = "2") int times) {}

    private static ComponentFactory<Repeated, CharSequence> factory(String name, String description) {
        return ComponentFactory.of(TEXT, name, description, Repeated.class, (config, context) -> config.word()
                .repeat(config.times()));
    }

    @Test
    void aFactoryIsWhatItWasMadeOf() {
        ComponentFactory<Repeated, CharSequence> factory = factory("repeated", "A word, again and again.");

        assertThat(factory.kind()).isEqualTo(TEXT);
        assertThat(factory.name()).isEqualTo("repeated");
        assertThat(factory.description()).isEqualTo("A word, again and again.");
        assertThat(factory.configType()).isEqualTo(Repeated.class);
        assertThat(factory.presets()).isEmpty();
        assertThat(factory.create(new Repeated("ab", 3), NOTHING_NESTED)).hasToString("ababab");
        assertThat(factory).hasToString("text/repeated");
    }

    @Test
    void presetsAreAddedInTheirOrder() {
        ComponentFactory<Repeated, CharSequence> factory = factory("repeated", "A word, again and again.")
                .withPresets(new TreeMap<>(Map.of("often", Map.of("times", 9), "never", Map.of("times", 0))));

        assertThat(List.copyOf(factory.presets().keySet())).containsExactly("never", "often");
        assertThat(factory.create(new Repeated("a", 1), NOTHING_NESTED)).hasToString("a");
    }

    @Test
    void namesAndDescriptionsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> factory("Repeated", "A word."))
                .withMessage("the name of a component of kind text, 'Repeated', is not lower-kebab-case");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> factory("repeated", " "))
                .withMessage("the component text/repeated has no description");
    }
}
