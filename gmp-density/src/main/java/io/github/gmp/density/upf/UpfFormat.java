package io.github.gmp.density.upf;

import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.multipole.density.RadialDensityFormat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** UPF files, one density each. */
public final class UpfFormat implements RadialDensityFormat {
    @Override
    public boolean claims(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".upf");
    }

    @Override
    public List<RadialDensity> read(Path file) {
        return List.of(UpfReader.read(file));
    }
}
