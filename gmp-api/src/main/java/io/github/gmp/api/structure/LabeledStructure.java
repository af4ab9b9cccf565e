package io.github.gmp.api.structure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A structure with its reference labels. Immutable. Labels that were not given are empty; non-finite labels never get this far
 * (readers refuse them).
 */
public final class LabeledStructure {
    private final AtomicStructure structure;
    private final OptionalDouble energy;
    private final Optional<double[]> forces;
    private final Optional<double[]> stress;
    private final Map<String, String> info;
    private final Map<String, String> labelKeys;
    private final Source source;

    private LabeledStructure(Builder builder) {
        structure = builder.structure;
        energy = builder.energy;
        forces = builder.forces;
        stress = builder.stress;
        info = Collections.unmodifiableMap(new LinkedHashMap<>(builder.info));
        labelKeys = Collections.unmodifiableMap(new LinkedHashMap<>(builder.labelKeys));
        source = builder.source;
    }

    /**
     * {@return a builder of a structure that has no labels yet}
     *
     * @param structure the atoms
     * @param source where they come from
     */
    public static Builder builder(AtomicStructure structure, Source source) {
        return new Builder(structure, source);
    }

    /** {@return the atoms} */
    public AtomicStructure structure() {
        return structure;
    }

    /** {@return the total energy in eV} */
    public OptionalDouble energy() {
        return energy;
    }

    /** {@return the forces in eV/Å, {@code [atoms][3]} flattened, a copy} */
    public Optional<double[]> forces() {
        return forces.map(double[]::clone);
    }

    /** {@return the stress in eV/Å³, positive = tension, {@code [3][3]} row-major, a copy} */
    public Optional<double[]> stress() {
        return stress.map(double[]::clone);
    }

    /** {@return the other keys of the frame with their text, e.g. {@code config_type}} */
    public Map<String, String> info() {
        return info;
    }

    /** {@return which key each label was read from, e.g. {@code energy → REF_energy}} */
    public Map<String, String> labelKeys() {
        return labelKeys;
    }

    /** {@return where the structure comes from} */
    public Source source() {
        return source;
    }

    /** {@return a builder that starts from this structure's values} */
    public Builder toBuilder() {
        Builder builder = new Builder(structure, source);
        builder.energy = energy;
        builder.forces = forces;
        builder.stress = stress;
        builder.info.putAll(info);
        builder.labelKeys.putAll(labelKeys);
        return builder;
    }

    /** Collects the labels of one structure. */
    public static final class Builder {
        private final AtomicStructure structure;
        private final Source source;
        private OptionalDouble energy = OptionalDouble.empty();
        private Optional<double[]> forces = Optional.empty();
        private Optional<double[]> stress = Optional.empty();
        private final Map<String, String> info = new LinkedHashMap<>();
        private final Map<String, String> labelKeys = new LinkedHashMap<>();

        private Builder(AtomicStructure structure, Source source) {
            this.structure = structure;
            this.source = source;
        }

        /**
         * Sets the total energy.
         *
         * @param value total energy in eV
         * @return this
         */
        public Builder energy(double value) {
            energy = OptionalDouble.of(value);
            return this;
        }

        /**
         * Sets the forces.
         *
         * @param values forces in eV/Å, {@code [atoms][3]} flattened
         * @return this
         * @throws IllegalArgumentException if the length does not fit
         */
        public Builder forces(double[] values) {
            if (values.length != 3 * structure.size()) {
                throw new IllegalArgumentException(structure.size() + " atoms need " + 3 * structure.size()
                        + " force components, got " + values.length);
            }
            forces = Optional.of(values.clone());
            return this;
        }

        /**
         * Sets the stress.
         *
         * @param values stress in eV/Å³, positive = tension, {@code [3][3]} row-major
         * @return this
         * @throws IllegalArgumentException if there are not 9 numbers
         */
        public Builder stress(double[] values) {
            if (values.length != 9) {
                throw new IllegalArgumentException("a stress needs 9 numbers, got " + values.length);
            }
            stress = Optional.of(values.clone());
            return this;
        }

        /**
         * Adds a key of the frame that is no label.
         *
         * @param key a key of the frame
         * @param value its text
         * @return this
         */
        public Builder info(String key, String value) {
            info.put(key, value);
            return this;
        }

        /**
         * Notes which key a label was read from.
         *
         * @param label {@code energy}, {@code forces} or {@code stress}
         * @param key the key it was read from
         * @return this
         */
        public Builder labelKey(String label, String key) {
            labelKeys.put(label, key);
            return this;
        }

        /** {@return the labeled structure} */
        public LabeledStructure build() {
            return new LabeledStructure(this);
        }
    }
}
