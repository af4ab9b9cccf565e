package io.github.gmp.models.training;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.state.StateReader;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.input.StoredStates;
import io.github.gmp.models.network.Activation;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.toolkit.scaling.ElementBias;
import io.github.gmp.toolkit.scaling.FeatureScaler;
import io.github.gmp.toolkit.scaling.TargetScaler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * Networks as plain data and back. Tensors of group g ({@code shared} or an element symbol): {@code g.scaler.offsets}, {@code
 * g.scaler.factors}; for each hidden layer l from 1 {@code g.hidden-l.weights [inputs][nodes]}, {@code .biases}, and with batch
 * normalization {@code .scales}, {@code .shifts}, {@code .means}, {@code .variances}; {@code g.output.weights}, {@code g.output.bias}.
 * {@code element-bias} in the order of the attribute {@code elements}; {@code target} = shift, scale.
 */
final class NetworkStates {
    private static final int LARGEST = 1_000_000;

    private NetworkStates() {}

    static ModelState write(String type, NetworkModel model) {
        NetworkShape shape = model.shape();
        List<Element> elements = model.groups().elements();
        ModelState.Builder state = ModelState.builder()
                .type(type)
                .elements(elements)
                .integer("inputs", shape.inputs())
                .integer("nodes", shape.nodes())
                .integer("layers", shape.hiddenLayers() + 1)
                .constant("activation", shape.activation())
                .flag("batch-norm", shape.batchNorm())
                .vector("element-bias", model.bias().of(elements))
                .vector("target", model.target().shift(), model.target().scale());
        for (int group = 0; group < model.groups().count(); group++) {
            String name = model.groups().names().get(group);
            FeatureScaler scaler = model.scalers().get(group);
            state.vector(name + ".scaler.offsets", scaler.offsets());
            state.vector(name + ".scaler.factors", scaler.factors());
            for (Block block : blocks(shape, name)) {
                double[] source = block.statistic() ? model.statistics() : model.parameters();
                int start =
                        group * (block.statistic() ? shape.statisticsCount() : shape.parameterCount()) + block.start();
                double[] values = Arrays.copyOfRange(source, start, start + block.rows() * block.columns());
                state.tensor(block.name(), Matrix.wrap(block.rows(), block.columns(), values));
            }
        }
        return state.build();
    }

    static NetworkModel read(String type, boolean perElement, ModelState state) {
        StateReader reader = StoredStates.regressor(state, type);
        NetworkShape shape = new NetworkShape(
                reader.integer("inputs", 1, LARGEST),
                reader.integer("nodes", 1, LARGEST),
                reader.integer("layers", 1, LARGEST) - 1,
                reader.constant("activation", Activation.values()),
                reader.flag("batch-norm"));
        List<Element> elements = reader.elements();
        ElementGroups groups = ElementGroups.of(EnumSet.copyOf(elements), perElement);
        ElementBias bias = ElementBias.of(elements, reader.tensor("element-bias", 1, elements.size()));
        double[] target = reader.tensor("target", 1, 2);
        // Each tensor is read, and its size checked, before arrays of the size that the attributes claim are made.
        List<FeatureScaler> scalers = new ArrayList<>();
        List<double[]> blocks = new ArrayList<>();
        for (String name : groups.names()) {
            scalers.add(new FeatureScaler(
                    reader.tensor(name + ".scaler.offsets", 1, shape.inputs()),
                    reader.tensor(name + ".scaler.factors", 1, shape.inputs())));
            for (Block block : blocks(shape, name)) {
                blocks.add(reader.tensor(block.name(), block.rows(), block.columns()));
            }
        }
        double[] parameters = new double[Math.multiplyExact(groups.count(), shape.parameterCount())];
        double[] statistics = new double[groups.count() * shape.statisticsCount()];
        int next = 0;
        for (int group = 0; group < groups.count(); group++) {
            for (Block block : blocks(shape, groups.names().get(group))) {
                double[] values = blocks.get(next++);
                double[] destination = block.statistic() ? statistics : parameters;
                int groupStart = group * (block.statistic() ? shape.statisticsCount() : shape.parameterCount());
                System.arraycopy(values, 0, destination, groupStart + block.start(), values.length);
            }
        }
        requireVariances(shape, statistics);
        return new NetworkModel(
                shape, groups, scalers, bias, new TargetScaler(target[0], target[1]), parameters, statistics);
    }

    static void requireVariances(NetworkShape shape, double[] statistics) {
        for (int start = 0; start < statistics.length; start += 2 * shape.nodes()) {
            for (int j = 0; j < shape.nodes(); j++) {
                if (statistics[start + shape.nodes() + j] < 0) {
                    throw new DataException(
                            "a stored running variance is negative: " + statistics[start + shape.nodes() + j]);
                }
            }
        }
    }

    /** A tensor of a network and where it lies among the parameters or running statistics of its group. */
    private record Block(String name, int start, int rows, int columns, boolean statistic) {}

    private static List<Block> blocks(NetworkShape shape, String group) {
        List<Block> blocks = new ArrayList<>();
        int nodes = shape.nodes();
        for (int layer = 0; layer < shape.hiddenLayers(); layer++) {
            String name = group + ".hidden-" + (layer + 1);
            blocks.add(new Block(name + ".weights", shape.weights(layer), shape.inputs(layer), nodes, false));
            blocks.add(new Block(name + ".biases", shape.biases(layer), 1, nodes, false));
            if (shape.batchNorm()) {
                blocks.add(new Block(name + ".scales", shape.scales(layer), 1, nodes, false));
                blocks.add(new Block(name + ".shifts", shape.shifts(layer), 1, nodes, false));
                blocks.add(new Block(name + ".means", shape.means(layer), 1, nodes, true));
                blocks.add(new Block(name + ".variances", shape.variances(layer), 1, nodes, true));
            }
        }
        int output = shape.hiddenLayers();
        blocks.add(new Block(group + ".output.weights", shape.weights(output), shape.inputs(output), 1, false));
        blocks.add(new Block(group + ".output.bias", shape.biases(output), 1, 1, false));
        return blocks;
    }
}
