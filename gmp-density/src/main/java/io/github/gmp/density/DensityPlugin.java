package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensityFitter;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.RadialDensityFormat;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.density.csv.RadialCsvConfig;
import io.github.gmp.density.csv.RadialCsvFormat;
import io.github.gmp.density.fit.GaussianFitConfig;
import io.github.gmp.density.fit.GaussianFitter;
import io.github.gmp.density.upf.UpfConfig;
import io.github.gmp.density.upf.UpfFormat;

import java.util.Collection;
import java.util.List;

/** Offers densities of atoms, the fitter that makes Gaussians of them, and file formats of radial densities. */
public final class DensityPlugin implements Plugin {
    @Override
    public String name() {
        return "gmp-density";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(
                ComponentFactory.of(
                        DensitySource.KIND,
                        "gaussian-table",
                        "Valence electron densities of isolated atoms as sums of Gaussians, rho(r) = sum_k B_k exp(-beta_k r^2),"
                                + " from a built-in table (sg15, or paper: arXiv:2102.02390) or files of your own.",
                        GaussianTableConfig.class,
                        (config, context) -> GaussianTables.of(config)),
                ComponentFactory.of(
                        DensitySource.KIND,
                        "layered",
                        "Several density sources over each other: an element has the density of the first source that has the element. For"
                                + " tables of your own that replace elements of a built-in table or add to them.",
                        LayeredConfig.class,
                        LayeredDensities::of),
                ComponentFactory.of(
                        DensitySource.KIND,
                        "selected",
                        "Ionic or spin densities: atoms of one element have different densities, told apart by a column of numbers in the"
                                + " structures, such as charges or magnetic moments. Nothing is interpolated: an atom must have one of the values"
                                + " listed for its element.",
                        SelectedConfig.class,
                        SelectedDensities::of),
                ComponentFactory.of(
                        DensitySource.KIND,
                        "single-gaussian",
                        "One Gaussian per element, rho(r) = N (2 pi w^2)^(-3/2) exp(-r^2 / (2 w^2)), with N = atomic number and w in proportion"
                                + " to the covalent radius unless given: no atom looks like this, but every element has one.",
                        SingleGaussianConfig.class,
                        SingleGaussians::of),
                ComponentFactory.of(
                        DensitySource.KIND,
                        "slater",
                        "Valence electron densities by Slater's rules (doi:10.1103/PhysRev.36.57), sum of N r^(2n*-2) exp(-2 zeta r) over"
                                + " the valence shells, turned into Gaussians when needed. All elements, from a formula. Fits are kept in"
                                + " .cache/gmp/density-fits.",
                        SlaterConfig.class,
                        SlaterDensities::of),
                ComponentFactory.of(
                        DensitySource.KIND,
                        "upf",
                        "Valence electron densities of isolated atoms from pseudopotential files (UPF, PP_RHOATOM), turned into Gaussians when"
                                + " needed. Fits are kept in .cache/gmp/density-fits.",
                        UpfSourceConfig.class,
                        UpfDensities::of),
                ComponentFactory.of(
                        DensityFitter.KIND,
                        "gaussian-fit",
                        "Fits a sum of Gaussians with signed amplitudes to the density of an atom, its integral exact: variable projection"
                                + " (doi:10.1137/0710036) with Levenberg-Marquardt from nine even-tempered starts and from the fit with one"
                                + " Gaussian less. Used by 'gmp density fit'.",
                        GaussianFitConfig.class,
                        (config, context) -> new GaussianFitter(config)),
                ComponentFactory.of(
                        RadialDensityFormat.KIND,
                        "upf",
                        "Valence density of a pseudopotential file (.upf), Unified Pseudopotential Format version 1 or 2: PP_R in bohr,"
                                + " PP_RHOATOM = 4 pi r^2 rho in electrons per bohr, element and z_valence of PP_HEADER.",
                        UpfConfig.class,
                        (config, context) -> new UpfFormat()),
                ComponentFactory.of(
                        RadialDensityFormat.KIND,
                        "radial-csv",
                        "Table of radial densities (.csv, .csv.gz), a line per element and radius. The header names the columns: element (or"
                                + " pseudopotential, e.g. C_ONCV_PBE-1.0), electrons (or z_valence; optional), r_bohr or r_angstrom, and"
                                + " rho_electrons_per_bohr3, rho_electrons_per_angstrom3, 4_pi_r2_rho_electrons_per_bohr or"
                                + " 4_pi_r2_rho_electrons_per_angstrom; or r and density with units in this configuration.",
                        RadialCsvConfig.class,
                        (config, context) -> new RadialCsvFormat(config)));
    }
}
