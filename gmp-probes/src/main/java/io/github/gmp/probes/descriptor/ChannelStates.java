package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.DescriptorState;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.mixing.ChannelMixing;
import io.github.gmp.probes.mixing.ChannelShape;
import io.github.gmp.probes.mixing.ElementResolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Channels as plain data: the elements of their parts, and W of each order. */
final class ChannelStates {
    private static final String ELEMENTS = "channelElements";
    private static final String WEIGHTS = "channels-order-";

    private ChannelStates() {}

    static DescriptorState of(ChannelMixing mixing, ChannelShape shape) {
        Map<String, Matrix> tensors = new TreeMap<>();
        for (int order = 0; order < shape.orders(); order++) {
            tensors.put(WEIGHTS + shape.order(order), mixing.weights().get(order));
        }
        Map<String, String> attributes = mixing.elements()
                .map(list -> Map.of(
                        ELEMENTS,
                        String.join(" ", list.stream().map(Element::symbol).toList())))
                .orElse(Map.of());
        return new DescriptorState(attributes, tensors);
    }

    static ChannelMixing mixing(DescriptorState state, ChannelShape shape, ElementResolution resolution) {
        Optional<List<Element>> elements =
                resolution == ElementResolution.RESOLVED ? Optional.of(elements(state)) : Optional.empty();
        List<Matrix> weights = new ArrayList<>();
        for (int order = 0; order < shape.orders(); order++) {
            String name = WEIGHTS + shape.order(order);
            Matrix matrix = state.tensors().get(name);
            if (matrix == null) {
                throw new DataException("the state of the descriptor has no tensor '" + name + "'");
            }
            weights.add(matrix);
        }
        try {
            return new ChannelMixing(shape, elements, weights);
        } catch (IllegalArgumentException e) {
            throw new DataException("the state of the descriptor does not fit its configuration: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(DescriptorState state) {
        String symbols = state.attributes().get(ELEMENTS);
        if (symbols == null) {
            throw new DataException("the state of the descriptor has no attribute '" + ELEMENTS + "'");
        }
        return Arrays.stream(symbols.split(" ")).map(Element::of).toList();
    }
}
