package io.github.gmp.density.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.gmp.api.multipole.density.FitQuality;
import io.github.gmp.api.multipole.density.FittedDensity;
import io.github.gmp.api.multipole.density.GaussianMixture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON format of density tables: what its keys say, and how fits are written in it, one element per line. */
public final class GaussianTableFormat {
    /** Value of the key {@code format}. */
    public static final String FORMAT = "gmp-gaussian-table";
    /** Value of {@code units.amplitude}. */
    public static final String AMPLITUDE_UNIT = "e/angstrom^3";
    /** Value of {@code units.exponent}. */
    public static final String EXPONENT_UNIT = "1/angstrom^2";

    private static final String DESCRIPTION =
            "Electron densities of isolated atoms, rho(r) = sum_k B_k exp(-beta_k r^2); rows of"
                    + " gaussians are [B, beta]. fit: data that were fitted; L1 = integral of |rho_fit - rho| / electrons; L2 ="
                    + " (integral of (rho_fit - rho)^2 r^2 dr / integral of rho^2 r^2 dr)^(1/2); minimum of rho_fit in e/angstrom^3;"
                    + " cancellation = sum_k |N_k| / electrons";
    private static final JsonMapper MAPPER = new JsonMapper();

    private GaussianTableFormat() {}

    /**
     * {@return the content of a table file, elements in the order of the periodic table}
     *
     * @param notes text by key, for human readers
     * @param fits one per element
     */
    public static String text(Map<String, String> notes, List<FittedDensity> fits) {
        StringBuilder json = new StringBuilder("{\n");
        json.append("  \"format\": ").append(quoted(FORMAT)).append(",\n");
        json.append("  \"description\": ").append(quoted(DESCRIPTION)).append(",\n");
        json.append("  \"units\": {\"amplitude\": ")
                .append(quoted(AMPLITUDE_UNIT))
                .append(", \"exponent\": ")
                .append(quoted(EXPONENT_UNIT))
                .append("},\n");
        notes.forEach((key, note) -> json.append("  ")
                .append(quoted(key))
                .append(": ")
                .append(quoted(note))
                .append(",\n"));
        List<String> entries = new ArrayList<>();
        fits.stream().sorted(Comparator.comparing(fit -> fit.data().element())).forEach(fit -> entries.add(entry(fit)));
        return json.append("  \"elements\": {\n")
                .append(String.join(",\n", entries))
                .append("\n  }\n}\n")
                .toString();
    }

    private static String entry(FittedDensity fit) {
        FitQuality quality = fit.quality();
        GaussianMixture mixture = fit.mixture();
        List<String> rows = new ArrayList<>();
        for (int k = 0; k < mixture.size(); k++) {
            rows.add("[" + mixture.amplitude(k) + ", " + mixture.exponent(k) + "]");
        }
        return String.format(
                Locale.ROOT,
                "    %s: {\"electrons\": %s, \"gaussians\": [%s],\n      \"fit\": {\"data\": %s, \"L1\": %s, \"L2\": %s,"
                        + " \"minimum\": %s, \"cancellation\": %s%s}}",
                quoted(fit.data().element().symbol()),
                number(fit.data().electrons()),
                String.join(", ", rows),
                quoted(fit.data().name()),
                rounded(quality.l1()),
                rounded(quality.l2()),
                rounded(quality.minimum()),
                rounded(quality.cancellation()),
                fit.shortfall().map(text -> ", \"shortfall\": " + quoted(text)).orElse(""));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String rounded(double value) {
        return Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.3e", value)));
    }

    private static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not text", e);
        }
    }
}
