package io.github.gmp.probes.mixing;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.Element;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Channels q as linear mixes of the moments of radial probes σ and element parts e of the density,
 *
 * <pre>A_{q,nm} = Σ_{σ,e} W_{q,σe} μ_{σ,e,nm},   W one matrix per order n,</pre>
 *
 * <p>so that A turns with the structure as μ does, and all invariants of μ are invariants of A. Raw moments of one element part lie as
 * {@code [component][radial]}, mixed ones as {@code [component][channel]}. Immutable and thread-safe.
 */
public final class ChannelMixing {
    private final ChannelShape shape;
    private final Optional<List<Element>> elements;
    private final List<Matrix> weights;
    /** W, {@code [order][part][radial][channel]}, and the same with the last two exchanged: inner loops run over neighboring numbers. */
    private final double[] toChannels;

    private final double[] toRadials;

    /**
     * @param shape orders and numbers of radial probes and channels
     * @param elements the element of each part of the density; empty if there is one part, of all elements
     * @param weights W of each order, {@code [channels][parts · radials]}, the radial index fastest
     * @throws IllegalArgumentException if a matrix has another shape
     */
    public ChannelMixing(ChannelShape shape, Optional<List<Element>> elements, List<Matrix> weights) {
        this.shape = shape;
        this.elements = elements.map(List::copyOf);
        this.weights = List.copyOf(weights);
        int parts = parts();
        int radials = shape.radials();
        int channels = shape.channels();
        if (weights.size() != shape.orders()) {
            throw new IllegalArgumentException(
                    "weights of " + weights.size() + " orders were given for " + shape.orders() + " orders");
        }
        toChannels = new double[shape.orders() * parts * radials * channels];
        toRadials = new double[toChannels.length];
        for (int order = 0; order < shape.orders(); order++) {
            Matrix matrix = weights.get(order);
            if (matrix.rows() != channels || matrix.columns() != parts * radials) {
                throw new IllegalArgumentException("weights of channels are " + matrix.rows() + " x " + matrix.columns()
                        + ", expected " + channels + " x " + parts * radials);
            }
            for (int part = 0; part < parts; part++) {
                int at = offset(order, part);
                for (int s = 0; s < radials; s++) {
                    for (int q = 0; q < channels; q++) {
                        double weight = matrix.get(q, part * radials + s);
                        toChannels[at + s * channels + q] = weight;
                        toRadials[at + q * radials + s] = weight;
                    }
                }
            }
        }
    }

    /** {@return the number of parts of the density} */
    public int parts() {
        return elements.map(List::size).orElse(1);
    }

    /** {@return the element of each part; empty if there is one part, of all elements} */
    public Optional<List<Element>> elements() {
        return elements;
    }

    /** {@return W of each order, {@code [channels][parts · radials]}} */
    public List<Matrix> weights() {
        return weights;
    }

    /**
     * {@return the part of the density that it belongs to}
     *
     * @param element an element
     * @throws DataException if it belongs to none
     */
    public int part(Element element) {
        int part = elements.map(list -> list.indexOf(element)).orElse(0);
        if (part < 0) {
            throw new DataException("the structure has " + element.symbol()
                    + ", but the channels of the descriptor were fitted to structures with "
                    + String.join(
                            " ",
                            elements.orElseThrow().stream().map(Element::symbol).toList())
                    + " only; 'elements: total' knows all elements of the densities");
        }
        return part;
    }

    private int offset(int order, int part) {
        return (order * parts() + part) * shape.radials() * shape.channels();
    }

    /**
     * Adds what a part of the density contributes to the channels.
     *
     * @param part number of the part
     * @param raw μ of the part (or their changes)
     * @param mixed A of all parts, added to
     */
    public void addMixed(int part, double[] raw, double[] mixed) {
        for (int order = 0; order < shape.orders(); order++) {
            int at = offset(order, part);
            for (int c = shape.firstComponent(order); c < shape.firstComponent(order + 1); c++) {
                addProduct(
                        raw,
                        c * shape.radials(),
                        shape.radials(),
                        toChannels,
                        at,
                        mixed,
                        c * shape.channels(),
                        shape.channels());
            }
        }
    }

    /**
     * The gradient by the moments of a part.
     *
     * @param part number of the part
     * @param mixedGradient ∂E/∂A
     * @param rawGradient receives ∂E/∂μ of the part
     */
    public void toRawGradient(int part, double[] mixedGradient, double[] rawGradient) {
        Arrays.fill(rawGradient, 0);
        for (int order = 0; order < shape.orders(); order++) {
            int at = offset(order, part);
            for (int c = shape.firstComponent(order); c < shape.firstComponent(order + 1); c++) {
                addProduct(
                        mixedGradient,
                        c * shape.channels(),
                        shape.channels(),
                        toRadials,
                        at,
                        rawGradient,
                        c * shape.radials(),
                        shape.radials());
            }
        }
    }

    /** to += from · matrix, {@code [rows][columns]}. */
    private static void addProduct(
            double[] from, int fromAt, int rows, double[] matrix, int matrixAt, double[] to, int toAt, int columns) {
        for (int i = 0; i < rows; i++) {
            double factor = from[fromAt + i];
            int row = matrixAt + i * columns;
            for (int j = 0; j < columns; j++) {
                to[toAt + j] += factor * matrix[row + j];
            }
        }
    }
}
