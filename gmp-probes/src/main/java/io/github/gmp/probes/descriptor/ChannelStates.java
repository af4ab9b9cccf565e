package io.github.gmp.probes.descriptor;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.state.StateReader;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.mixing.ChannelMixing;
import io.github.gmp.probes.mixing.ChannelShape;
import io.github.gmp.probes.mixing.ElementResolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Channels as plain data: the elements of their parts, and W of each order. */
final class ChannelStates {
    private static final String ELEMENTS = "channelElements";
    private static final String WEIGHTS = "channels-order-";

    private ChannelStates() {}

    static ModelState of(ChannelMixing mixing, ChannelShape shape) {
        ModelState.Builder state = ModelState.builder();
        mixing.elements().ifPresent(elements -> state.elements(ELEMENTS, elements));
        for (int order = 0; order < shape.orders(); order++) {
            state.tensor(WEIGHTS + shape.order(order), mixing.weights().get(order));
        }
        return state.build();
    }

    static ChannelMixing mixing(ModelState state, ChannelShape shape, ElementResolution resolution) {
        StateReader reader = state.reader("the stored descriptor");
        Optional<List<Element>> elements =
                resolution == ElementResolution.RESOLVED ? Optional.of(reader.elements(ELEMENTS)) : Optional.empty();
        int channels = shape.channels();
        int moments = elements.map(List::size).orElse(1) * shape.radials();
        List<Matrix> weights = new ArrayList<>();
        for (int order = 0; order < shape.orders(); order++) {
            double[] values = reader.tensor(WEIGHTS + shape.order(order), channels, moments);
            weights.add(Matrix.wrap(channels, moments, values));
        }
        return new ChannelMixing(shape, elements, weights);
    }
}
