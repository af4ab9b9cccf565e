package io.github.gmp.runtime.config;

import io.github.gmp.api.error.DataException;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads YAML (of which JSON is a part) as plain data. Stricter than YAML: no duplicate keys, no tags, no keys without a value; scalars as
 * in {@link YamlScalars}. Works on the node graph of SnakeYAML, because only there quoted text and numbers can be told apart, and because
 * nothing is ever constructed from a type that a file names.
 */
final class YamlReader {
    private static final int MOST_VALUES = 100_000;
    private static final int DEEPEST = 50;

    private final String source;
    private int values;

    private YamlReader(String source) {
        this.source = source;
    }

    /**
     * {@return its content}
     *
     * @param file a file
     * @throws DataException if it cannot be read, is not YAML or not a map
     */
    static Map<String, Object> readFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new DataException(file + ": is a folder, expected a YAML file");
        }
        try (Reader reader = new UnicodeReader(Files.newInputStream(file))) {
            Object root = new YamlReader(file.toString()).read(reader);
            if (!(root instanceof Map<?, ?>)) {
                throw new DataException(file + ": expected keys with values such as 'descriptor: {type: gmp}', got "
                        + YamlWriter.flow(root));
            }
            @SuppressWarnings("unchecked") // maps made here have text for keys
            Map<String, Object> map = (Map<String, Object>) root;
            return map;
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * {@return its content}
     *
     * @param text YAML
     * @param source what to call it in messages
     * @throws DataException if it is not YAML
     */
    static Object readText(String text, String source) {
        return new YamlReader(source).read(new StringReader(text));
    }

    private Object read(Reader reader) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        // Nothing is constructed here, so tags can do no harm until they are refused below, in one wording for all.
        options.setTagInspector(tag -> true);
        Node root;
        try {
            root = new Yaml(options).compose(reader);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new DataException(source + ":" + line + ": is not valid YAML: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new DataException(source + ": is not valid YAML: " + e.getMessage(), e);
        }
        if (root == null) {
            throw new DataException(source + ": is empty");
        }
        return convert(root, 0);
    }

    private Object convert(Node node, int depth) {
        // Aliases may point to their own parents or multiply without end.
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw problem(node, "is nested too deeply or too large for a configuration");
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (!node.getTag().equals(Tag.MAP) && !node.getTag().equals(Tag.SEQ)) {
            throw tagged(node);
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>(sequence.getValue().size());
            for (Node item : sequence.getValue()) {
                list.add(convert(item, depth + 1));
            }
            return Collections.unmodifiableList(list);
        }
        return map((MappingNode) node, depth);
    }

    private Map<String, Object> map(MappingNode node, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw problem(tuple.getKeyNode(), "a key must be text");
            }
            String name = key.getValue();
            if (map.containsKey(name)) {
                throw problem(key, "key '" + name + "' is given twice");
            }
            if (tuple.getValueNode() instanceof ScalarNode value && isNothing(value)) {
                throw problem(key, "key '" + name + "' has no value");
            }
            map.put(name, convert(tuple.getValueNode(), depth + 1));
        }
        return Collections.unmodifiableMap(map);
    }

    private Object scalar(ScalarNode node) {
        boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
        boolean untagged = node.getTag().equals(Tag.STR) || plain && isStandard(node.getTag());
        if (!untagged) {
            throw tagged(node);
        }
        if (isNothing(node)) {
            throw problem(node, "a value is missing here");
        }
        return plain ? YamlScalars.valueOf(node.getValue()) : node.getValue();
    }

    private static boolean isNothing(ScalarNode node) {
        return node.getScalarStyle() == ScalarStyle.PLAIN && YamlScalars.isNothing(node.getValue());
    }

    private static boolean isStandard(Tag tag) {
        // Tags that SnakeYAML gives to unquoted scalars by their looks (YAML 1.1); explicit ones of these do no harm.
        return tag.equals(Tag.INT)
                || tag.equals(Tag.FLOAT)
                || tag.equals(Tag.BOOL)
                || tag.equals(Tag.NULL)
                || tag.equals(Tag.TIMESTAMP)
                || tag.equals(Tag.MERGE);
    }

    private DataException tagged(Node node) {
        return problem(node, "YAML tags are not allowed, got " + node.getTag().getValue());
    }

    private DataException problem(Node node, String text) {
        int line = node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
        return new DataException(source + ":" + line + ": " + text);
    }
}
