package io.github.gmp.density.csv;

import io.github.gmp.api.density.RadialDensityFormat;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Makes {@link RadialCsvFormat}s. */
public final class RadialCsvFormatFactory implements ComponentFactory<RadialCsvConfig, RadialDensityFormat> {
    @Override
    public ComponentKind<RadialDensityFormat> kind() {
        return RadialDensityFormat.KIND;
    }

    @Override
    public String name() {
        return "radial-csv";
    }

    @Override
    public String description() {
        return "Table of radial densities (.csv, .csv.gz), a line per element and radius. The header names the columns: element (or"
                + " pseudopotential, e.g. C_ONCV_PBE-1.0), electrons (or z_valence; optional), r_bohr or r_angstrom, and"
                + " rho_electrons_per_bohr3, rho_electrons_per_angstrom3, 4_pi_r2_rho_electrons_per_bohr or"
                + " 4_pi_r2_rho_electrons_per_angstrom; or r and density with units in this configuration.";
    }

    @Override
    public Class<RadialCsvConfig> configType() {
        return RadialCsvConfig.class;
    }

    @Override
    public RadialDensityFormat create(RadialCsvConfig config, ComponentContext context) {
        return new RadialCsvFormat(config);
    }
}
