package io.github.gmp.probes.mixing;

import io.github.gmp.api.multipole.invariant.MomentLayout;
import io.github.gmp.api.multipole.probe.AngularProbe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which moments are mixed to how many channels. Immutable and thread-safe. */
public final class ChannelShape {
    private final MomentLayout raw;
    private final int channels;
    private final int[] firstComponent;
    private final double[] componentWeights;

    /**
     * @param raw the moments of radial probes
     * @param channels number of channels of each order
     */
    public ChannelShape(MomentLayout raw, int channels) {
        this.raw = raw;
        this.channels = channels;
        List<AngularProbe> probes = raw.angular();
        firstComponent = new int[probes.size() + 1];
        List<Double> weights = new ArrayList<>();
        for (int order = 0; order < probes.size(); order++) {
            probes.get(order).components().forEach(component -> weights.add(component.weight()));
            firstComponent[order + 1] = weights.size();
        }
        componentWeights = weights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** {@return the layout of the mixed moments, channels in the place of radial probes} */
    public MomentLayout mixed() {
        return new MomentLayout(
                raw.angular(),
                IntStream.rangeClosed(1, channels).mapToObj(q -> "channel=" + q).toList(),
                raw.weightedNormsAreInvariant());
    }

    /** {@return the number of orders, that is, of matrices} */
    public int orders() {
        return firstComponent.length - 1;
    }

    /**
     * {@return the order n itself}
     *
     * @param index number of an order among those of the descriptor
     */
    public int order(int index) {
        return raw.angular().get(index).order();
    }

    /** {@return the number of radial probes} */
    public int radials() {
        return raw.radialCount();
    }

    /** {@return the number of channels of each order} */
    public int channels() {
        return channels;
    }

    /**
     * {@return the number of its first component among those of all orders; the end for the number of orders}
     *
     * @param index number of an order, or the number of orders
     */
    public int firstComponent(int index) {
        return firstComponent[index];
    }

    /**
     * {@return its weight in the norm of its order}
     *
     * @param component number of a component among those of all orders
     */
    public double weight(int component) {
        return componentWeights[component];
    }

    /** {@return the number of raw moments of one part of the density} */
    public int rawMoments() {
        return raw.size();
    }
}
