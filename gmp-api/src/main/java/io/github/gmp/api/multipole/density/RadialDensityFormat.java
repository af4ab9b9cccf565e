package io.github.gmp.api.multipole.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentKind;

import java.nio.file.Path;
import java.util.List;

/** A file format for radial electron densities. Immutable and thread-safe. */
public interface RadialDensityFormat {
    /** The component kind. */
    ComponentKind<RadialDensityFormat> KIND = new ComponentKind<>("radial-density-format", RadialDensityFormat.class);

    /**
     * {@return whether the name of a file says that it is of this format (a suffix .gz is looked through)}
     *
     * @param file a file, which need not exist
     */
    boolean claims(Path file);

    /**
     * {@return the densities of a file, in its order; at least one}
     *
     * @param file a file
     * @throws DataException if it cannot be read or is malformed; the message says file, line and what was expected
     */
    List<RadialDensity> read(Path file);
}
