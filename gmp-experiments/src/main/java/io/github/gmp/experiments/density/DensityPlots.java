package io.github.gmp.experiments.density;

import io.github.gmp.api.multipole.density.FitQuality;
import io.github.gmp.api.multipole.density.FittedDensity;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.ChartColor;
import io.github.gmp.experiments.report.ChartRenderer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** A plot of a fit: 4πr²ρ of data and fit, and below it their difference. */
final class DensityPlots {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 380;
    private static final int RESIDUAL_HEIGHT = 260;
    /** Plots end where this share of the electrons is left. */
    private static final double TAIL = 1e-3;

    private DensityPlots() {}

    /** An SVG document. */
    static String svg(FittedDensity fit) {
        String upper = new ChartRenderer(WIDTH, HEIGHT, true).svg(densities(fit));
        String lower = new ChartRenderer(WIDTH, RESIDUAL_HEIGHT, true).svg(residual(fit));
        int height = HEIGHT + RESIDUAL_HEIGHT;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height + "\" width=\"" + WIDTH
                + "\" height=\"" + height + "\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + upper
                + "\n<g transform=\"translate(0," + HEIGHT + ")\">\n" + lower + "\n</g>\n</svg>\n";
    }

    private static Chart densities(FittedDensity fit) {
        RadialDensity data = fit.data();
        Chart.Style dots = new Chart.Style(ChartColor.MUTED, Chart.Marker.NONE, Chart.Line.SOLID);
        Chart.Style line = new Chart.Style(ChartColor.series(1), Chart.Marker.NONE, Chart.Line.DASHED);
        return new Chart(
                "Radial density of " + data.name() + " and its fit",
                new Chart.Axis("r (Å)", false),
                new Chart.Axis("4πr²ρ (e/Å)", false),
                List.of(
                        new Chart.Series(data.name(), points(data, data::density), dots),
                        new Chart.Series(
                                fit.mixture().size() + " Gaussians",
                                points(data, i -> fit.mixture().value(data.radius(i))),
                                line)));
    }

    private static Chart residual(FittedDensity fit) {
        RadialDensity data = fit.data();
        FitQuality quality = fit.quality();
        Chart.Style line = new Chart.Style(ChartColor.series(0), Chart.Marker.NONE, Chart.Line.SOLID);
        String name = String.format(Locale.ROOT, "fit − data; L1 %.2g, L2 %.2g", quality.l1(), quality.l2());
        return new Chart(
                "Residual of the fit of " + data.name(),
                new Chart.Axis("r (Å)", false),
                new Chart.Axis("4πr²Δρ (e/Å)", false),
                List.of(new Chart.Series(
                        name, points(data, i -> fit.mixture().value(data.radius(i)) - data.density(i)), line)));
    }

    private static List<Chart.Point> points(RadialDensity data, IntToDoubleFunction density) {
        List<Chart.Point> points = new ArrayList<>();
        double left = data.integral();
        double least = TAIL * left;
        for (int i = 0; i < data.size() && left > least; i++) {
            double r = data.radius(i);
            double area = 4 * Math.PI * r * r;
            points.add(new Chart.Point(r, area * density.applyAsDouble(i), 0));
            left -= area * data.density(i) * data.spacing(i);
        }
        return points;
    }
}
