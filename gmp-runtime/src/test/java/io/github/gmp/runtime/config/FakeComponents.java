package io.github.gmp.runtime.config;

import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.Param;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Components made up for tests: a "shape" that has an "edge", with every type of parameter that there is. */
public final class FakeComponents {
    public static final ComponentKind<Shape> SHAPE = new ComponentKind<>("shape", Shape.class);
    public static final ComponentKind<Edge> EDGE = new ComponentKind<>("edge", Edge.class);

    private FakeComponents() {}

    public record Shape(ShapeConfig config, Edge edge) {
        public static final ComponentKind<Shape> KIND = SHAPE;
    }

    public record Edge(double width) {
        public static final ComponentKind<Edge> KIND = EDGE;
    }

    public enum Finish {
        PLAIN,
        HIGH_GLOSS
    }

    public record Corner(
            @Param(doc = "Name of the corner.") String name,

            @Param(doc = "Angle.", unit = "°", defaultValue = "90.0", range = "(0, 180]")
            double angle) {}

    public record ShapeConfig(
            @Param(doc = "Widths of the layers.", unit = "Å", range = "(0, inf)")
            List<Double> layers,

            @Param(doc = "Highest order.", defaultValue = "3", range = "[0, 9]")
            int order,

            @Param(doc = "A large number.", defaultValue = "10000000000")
            long count,

            @Param(doc = "The finish.", defaultValue = "high-gloss")
            Finish finish,

            @Param(doc = "Whether it is closed.", defaultValue = "true")
            boolean closed,

            @Param(doc = "A label.", defaultValue = "none") String label,

            @Param(doc = "Elements it knows.", defaultValue = "${data.elements}")
            List<String> elements,

            @Param(doc = "Corners, if any.", defaultValue = "[]")
            List<Corner> corners,

            @Param(doc = "The main corner.") Optional<Corner> main,

            @Param(doc = "Weights by name.", defaultValue = "{}")
            Map<String, Double> weights,

            @Param(doc = "The edge.", kind = Edge.class, defaultValue = "{type: sharp, width: 2.0}")
            ComponentSpec edge) {}

    public record SharpConfig(
            @Param(doc = "Width.", unit = "Å", defaultValue = "1", range = "(0, 10)")
            double width,

            @Param(doc = "Depth.", unit = "Å", defaultValue = "0.5")
            double depth) {
        public SharpConfig {
            if (depth > width) {
                throw new IllegalArgumentException("depth " + depth + " must not exceed width " + width);
            }
        }
    }

    public record RoundConfig(
            @Param(doc = "Radius.", unit = "Å") double radius) {}

    /** A whole configuration file. */
    public record Drawing(
            @Param(doc = "Title.", defaultValue = "untitled")
            String title,

            @Param(doc = "What to draw.", kind = Shape.class)
            List<ComponentSpec> shapes,

            @Param(doc = "An edge for all.", kind = Edge.class)
            Optional<ComponentSpec> edge,

            @Param(doc = "Anything else.", defaultValue = "{}")
            Map<String, Object> extra) {}

    public static ComponentCatalog catalog() {
        return ComponentCatalog.of(factories());
    }

    public static List<ComponentFactory<?, ?>> factories() {
        Map<String, Map<String, Object>> presets = new LinkedHashMap<>();
        presets.put(
                "fine",
                Map.of(
                        "layers",
                        List.of(0.1, 0.2),
                        "order",
                        7,
                        "edge",
                        Map.of("type", "sharp", "width", 3, "depth", 1)));
        presets.put("coarse", Map.of("layers", List.of(2), "edge", "round"));
        return List.of(
                ComponentFactory.of(SHAPE, "box", "A box.", ShapeConfig.class, FakeComponents::shape)
                        .withPresets(presets),
                ComponentFactory.of(
                        EDGE, "sharp", "A sharp.", SharpConfig.class, (config, context) -> new Edge(config.width())),
                ComponentFactory.of(EDGE, "round", "A round.", RoundConfig.class, FakeComponents::round));
    }

    private static Shape shape(ShapeConfig config, ComponentContext context) {
        if (config.layers().isEmpty()) {
            throw ConfigException.invalid("layers", config.layers(), "at least one layer");
        }
        return new Shape(config, context.create(EDGE, config.edge()));
    }

    private static Edge round(RoundConfig config, ComponentContext context) {
        if (config.radius() == 13) {
            throw new UnsupportedOperationException("thirteen");
        }
        if (config.radius() < 0) {
            throw ConfigException.invalid("radius", config.radius(), "a positive radius");
        }
        if (config.radius() > 100) {
            throw new IllegalArgumentException("a radius of more than 100 makes no edge");
        }
        return new Edge(config.radius());
    }
}
