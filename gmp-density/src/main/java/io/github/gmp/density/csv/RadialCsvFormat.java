package io.github.gmp.density.csv;

import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.multipole.density.RadialDensityFormat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tables of radial densities. */
public final class RadialCsvFormat implements RadialDensityFormat {
    private final RadialCsvConfig config;

    /** @param config units of columns that do not say theirs */
    public RadialCsvFormat(RadialCsvConfig config) {
        this.config = config;
    }

    @Override
    public boolean claims(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    @Override
    public List<RadialDensity> read(Path file) {
        return new RadialCsvReader(file, config).read();
    }
}
