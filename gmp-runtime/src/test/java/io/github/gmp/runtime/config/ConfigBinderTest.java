package io.github.gmp.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.runtime.config.FakeComponents.Corner;
import io.github.gmp.runtime.config.FakeComponents.Drawing;
import io.github.gmp.runtime.config.FakeComponents.Finish;
import io.github.gmp.runtime.config.FakeComponents.ShapeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binding of configurations: what is accepted, what it becomes, and the literal text of every refusal. */
class ConfigBinderTest {
    private static final BindingEnvironment DATA =
            BindingEnvironment.of(Map.of("data.elements", List.of("H", "C", "No")));

    private final ComponentCatalog catalog = FakeComponents.catalog();
    private final ConfigBinder binder = new ConfigBinder(catalog);

    private ComponentSpec bind(String yaml) {
        return binder.bindComponent("shape", YamlReader.readText(yaml, "test"), "shape", DATA);
    }

    private ShapeConfig configOf(String yaml) {
        ComponentFactory<?, ?> factory = catalog.find("shape", "box").orElseThrow();
        return (ShapeConfig) binder.configOf(factory, bind(yaml));
    }

    private String problems(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> bind(yaml)).getMessage();
    }

    @Test
    void everyTypeOfParameterIsBound() {
        ShapeConfig config = configOf("""
                type: box
                layers: [1, 2.5, 1e-3, 1.0E7, .5]
                order: 9
                count: -5
                finish: plain
                closed: false
                label: "1.0"
                elements: [No, Y, O]
                corners: [{name: a}, {name: b, angle: 180}]
                main: {name: m}
                weights: {x: 1, y: 2e0}
                edge: {type: round, radius: 4}
                """);

        assertThat(config.layers()).containsExactly(1.0, 2.5, 1e-3, 1e7, 0.5);
        assertThat(config.order()).isEqualTo(9);
        assertThat(config.count()).isEqualTo(-5);
        assertThat(config.finish()).isEqualTo(Finish.PLAIN);
        assertThat(config.closed()).isFalse();
        assertThat(config.label()).isEqualTo("1.0");
        assertThat(config.elements()).containsExactly("No", "Y", "O");
        assertThat(config.corners()).containsExactly(new Corner("a", 90), new Corner("b", 180));
        assertThat(config.main()).contains(new Corner("m", 90));
        assertThat(config.weights()).isEqualTo(Map.of("x", 1.0, "y", 2.0));
        assertThat(config.edge()).isEqualTo(new ComponentSpec("round", Map.of("radius", 4.0), "shape.edge"));
    }

    @Test
    void defaultsAreFilledInAndPlaceholdersTakenFromTheData() {
        ShapeConfig config = configOf("{type: box, layers: [1]}");

        assertThat(config.order()).isEqualTo(3);
        assertThat(config.count()).isEqualTo(10_000_000_000L);
        assertThat(config.finish()).isEqualTo(Finish.HIGH_GLOSS);
        assertThat(config.elements()).containsExactly("H", "C", "No");
        assertThat(config.main()).isEqualTo(Optional.empty());
        assertThat(config.edge().keys()).isEqualTo(Map.of("width", 2.0, "depth", 0.5));
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        assertThat(problems("""
                        type: box
                        layers: [1, -2, '3', .nan]
                        order: 10
                        cuont: 4
                        finish: plian
                        closed: yes
                        label: 5
                        elements: H
                        corners: [{angle: 181}, 7]
                        weights: {x: high}
                        edge: {type: rund}
                        """)).isEqualTo("""
                        shape.layers[1]: got -2, expected a number greater than 0 (Å)
                        shape.layers[2]: got '3', expected a number greater than 0 (Å)
                        shape.layers[3]: got .nan, expected a number greater than 0 (Å)
                        shape.order: got 10, expected a whole number from 0 to 9
                        shape.finish: got 'plian', expected one of plain, high-gloss; did you mean 'plain'?
                        shape.closed: got 'yes', expected true or false
                        shape.label: got 5, expected text
                        shape.elements: got 'H', expected a list, each item text
                        shape.corners[0].name: is required: Name of the corner (text)
                        shape.corners[0].angle: got 181, expected a number greater than 0 and at most 180 (°)
                        shape.corners[1]: got 7, expected a map with the keys name, angle
                        shape.weights.x: got 'high', expected a number
                        shape.edge.type: unknown edge 'rund'; did you mean 'round'? (known: round, sharp)
                        shape.cuont: unknown key 'cuont'; did you mean 'count'? (known: closed, corners, count, edge, elements, finish, label, layers, main, order, preset, type, weights)""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: box}                              | shape.layers: is required: Widths of the layers (a list, each item a number greater than 0 (Å))
            {type: box, layers: 1}                   | shape.layers: got 1, expected a list, each item a number greater than 0 (Å)
            {type: box, layers: [.inf]}              | shape.layers[0]: got .inf, expected a number greater than 0 (Å)
            {type: box, layers: [1], order: 2.0}     | shape.order: got 2.0, expected a whole number from 0 to 9
            {type: box, layers: [1], order: 5000000000} | shape.order: got 5000000000, expected a whole number from 0 to 9
            {type: box, layers: [1], count: 1e3}     | shape.count: got 1000.0, expected a whole number
            {type: box, layers: [1], edge: 5}        | shape.edge: got 5, expected a component of the kind edge, one of round, sharp
            {type: box, layers: [1], edge: {type: 5}}| shape.edge.type: got 5, expected a component of the kind edge, one of round, sharp
            {type: box, layers: [1], edge: shrap}    | shape.edge: unknown edge 'shrap'; did you mean 'sharp'? (known: round, sharp)
            {type: box, layers: [1], edge: round}    | shape.edge.radius: is required: Radius (a number (Å))
            {type: box, layers: [1], preset: fin}    | shape.preset: got 'fin', expected one of fine, coarse; did you mean 'fine'?
            {type: box, layers: [1], preset: 3}      | shape.preset: got 3, expected one of fine, coarse
            {type: box, layers: [1], edge: {preset: x}} | shape.edge.preset: unknown key 'preset' (known: depth, type, width)
            {type: box, layers: [1], edge: {width: 1, depth: 2}} | shape.edge: got {depth: 2.0, width: 1.0}, expected values that fit together: depth 2.0 must not exceed width 1.0
            {layers: [1]}                            | shape.type: is required: a component of the kind shape, one of box
            triangle                                 | shape: unknown shape 'triangle' (known: box)
            [box]                                    | shape: got [box], expected a component of the kind shape, one of box
            """)
    void refusalsSayWhatIsAllowed(String yaml, String message) {
        assertThat(problems(yaml)).isEqualTo(message);
    }

    @Test
    void anUnknownPresetDoesNotHideOtherProblemsNorInventSome() {
        assertThat(problems("{type: box, preset: fien, order: -1}")).isEqualTo("""
                shape.preset: got 'fien', expected one of fine, coarse; did you mean 'fine'?
                shape.order: got -1, expected a whole number from 0 to 9""");
    }

    @Test
    void presetsAreTheBaseOfTheKeysGiven() {
        ComponentSpec spec = bind("{type: box, preset: fine, order: 2, edge: {depth: 0.25}}");

        assertThat(ComponentSpecs.toMap(spec))
                .containsEntry("layers", List.of(0.1, 0.2))
                .containsEntry("order", 2)
                .containsEntry("edge", Map.of("type", "sharp", "width", 3.0, "depth", 0.25))
                .doesNotContainKey("preset");
        assertThat(bind("{type: box, preset: fine, edge: {type: round, radius: 1}}")
                        .keys())
                .containsEntry("edge", new ComponentSpec("round", Map.of("radius", 1.0), "shape.edge"));
        assertThat(bind("{type: box, preset: coarse, edge: {radius: 5}}").keys())
                .containsEntry("edge", new ComponentSpec("round", Map.of("radius", 5.0), "shape.edge"));
        assertThat(bind("{type: box, preset: coarse, edge: sharp}").keys())
                .containsEntry("edge", new ComponentSpec("sharp", Map.of("width", 1.0, "depth", 0.5), "shape.edge"));
    }

    @Test
    void aMapWithoutTypeTakesTheTypeOfTheDefault() {
        assertThat(bind("{type: box, layers: [1], edge: {width: 5}}").keys().get("edge"))
                .isEqualTo(new ComponentSpec("sharp", Map.of("width", 5.0, "depth", 0.5), "shape.edge"));
    }

    @Test
    void placeholdersStayUntilTheDataAreKnown() {
        Object yaml = YamlReader.readText("{type: box, layers: [1]}", "test");
        ComponentSpec before = binder.bindComponent("shape", yaml, "shape", BindingEnvironment.unknown());
        ComponentSpec after = binder.bindComponent("shape", before, "shape", DATA);

        assertThat(before.keys()).containsEntry("elements", "${data.elements}");
        assertThat(after).isEqualTo(bind("{type: box, layers: [1]}"));
        assertThat(problems("{type: box, layers: [1], elements: '${data.element}'}"))
                .isEqualTo(
                        "shape.elements: is required: Elements it knows (there are no data to take ${data.element} from)");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> binder.configOf(catalog.find("shape", "box").orElseThrow(), before))
                .withMessage(
                        "shape.elements: is required: Elements it knows (there are no data to take ${data.elements} from)");
    }

    @Test
    void aWholeConfigurationIsResolvedAndHashed() {
        ConfigTree tree = ConfigTree.of(
                Map.of(
                        "shapes",
                        List.of(Map.of("type", "box", "preset", "fine"), Map.of("type", "box", "layers", List.of(1)))),
                Path.of("/somewhere"));
        BoundConfig<Drawing> bound = binder.bind(tree, Drawing.class, DATA);

        assertThat(bound.config().title()).isEqualTo("untitled");
        assertThat(bound.config().shapes()).extracting(ComponentSpec::path).containsExactly("shapes[0]", "shapes[1]");
        assertThat(bound.config().edge()).isEmpty();
        assertThat(bound.resolved().keySet()).containsExactly("extra", "shapes", "title");
        // The resolved configuration is a configuration again, and the same one.
        BoundConfig<Drawing> again =
                binder.bind(ConfigTree.of(bound.resolved(), Path.of("/elsewhere")), Drawing.class, DATA);
        assertThat(again.hash()).isEqualTo(bound.hash()).matches("[0-9a-f]{64}");
        assertThat(binder.bind(tree.with("shapes[1].layers[0]", 1.0), Drawing.class, DATA)
                        .hash())
                .as("1 and 1.0 are the same value")
                .isEqualTo(bound.hash());
        assertThat(binder.bind(tree.with("shapes[1].layers[0]", 2), Drawing.class, DATA)
                        .hash())
                .isNotEqualTo(bound.hash());
    }

    @Test
    void problemsOfAWholeConfigurationHaveTheirPath() {
        ConfigTree tree = ConfigTree.of(
                Map.of("shapes", List.of(Map.of("type", "box", "layers", List.of(1), "edge", Map.of("width", 11)))),
                Path.of(""));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> binder.bind(tree, Drawing.class, BindingEnvironment.unknown()))
                .withMessage("shapes[0].edge.width: got 11, expected a number greater than 0 and less than 10 (Å)");
    }

    record NeedsData(
            @Param(doc = "Elements.", defaultValue = "${data.elements}")
            List<String> elements) {}

    @Test
    void aPlaceholderOutsideOfComponentsNeedsTheData() {
        ConfigTree empty = ConfigTree.of(Map.of(), Path.of(""));

        assertThat(binder.bind(empty, NeedsData.class, DATA).config().elements())
                .containsExactly("H", "C", "No");
        assertThatIllegalStateException()
                .isThrownBy(() -> binder.bind(empty, NeedsData.class, BindingEnvironment.unknown()));
    }

    record WithoutDoc(@Param(doc = " ") int number) {}

    record Unsupported(@Param(doc = "Number.") float number) {}

    record BadDefault(
            @Param(doc = "Number.", defaultValue = "[1") int number) {}

    record BadRange(
            @Param(doc = "Number.", range = "(3, 2)") int number) {}

    record Reserved(@Param(doc = "Type.") String type) {}

    record NoKind(@Param(doc = "Part.") ComponentSpec part) {}

    record Endless(@Param(doc = "More.") List<Endless> more) {}

    @Test
    void recordsThatCannotBeConfigurationsAreFoundOut() {
        String here = ConfigBinderTest.class.getName();
        assertSchemaFails(WithoutDoc.class, here + "$WithoutDoc.number needs @Param with a doc");
        assertSchemaFails(Unsupported.class, here + "$Unsupported.number has the unsupported type float");
        assertSchemaFails(
                BadDefault.class,
                here + "$BadDefault.number: default of " + here
                        + "$BadDefault.number:1: is not valid YAML: expected ',' or ']', but got <stream end>");
        assertSchemaFails(BadRange.class, here + "$BadRange.number: the interval '(3, 2)' is empty");
        assertSchemaFails(
                Reserved.class, here + "$Reserved.type has a reserved name; 'type' and 'preset' belong to the host");
        assertSchemaFails(NoKind.class, here + "$NoKind.part needs a kind if and only if it is a ComponentSpec");
        assertSchemaFails(Endless.class, here + "$Endless contains itself");
    }

    private static void assertSchemaFails(Class<?> type, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigSchema.of(type))
                .withMessage(message);
    }
}
