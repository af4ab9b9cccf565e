package io.github.gmp.density.csv;

import io.github.gmp.api.error.DataException;
import io.github.gmp.density.radial.LengthUnit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which column of a table is what, from its header.
 *
 * @param name column of the element or of the name of a pseudopotential that begins with it
 * @param electrons column of the number of electrons, if there is one
 * @param radius column of the radius
 * @param density column of the density
 * @param lengthUnit unit of the radius
 * @param densityUnit what the density is
 * @param count number of columns
 */
record CsvColumns(
        int name,
        Optional<Integer> electrons,
        int radius,
        int density,
        LengthUnit lengthUnit,
        DensityUnit densityUnit,
        int count) {
    private static final List<String> NAMES = List.of("element", "pseudopotential");
    private static final List<String> ELECTRONS = List.of("electrons", "z_valence");
    private static final String RADIUS = "r";
    private static final String DENSITY = "density";

    /**
     * @param place file and line, for messages
     * @param header the header, with or without a leading #
     * @param config units for columns that do not say theirs
     */
    static CsvColumns of(String place, String header, RadialCsvConfig config) {
        List<String> columns = Arrays.stream(header.replaceFirst("^#", "").split(",", -1))
                .map(String::strip)
                .toList();
        int name = find(columns, NAMES).orElseThrow(() -> missing(place, "the element", NAMES, columns));
        int radius = -1;
        Optional<LengthUnit> lengthUnit = Optional.empty();
        int density = -1;
        Optional<DensityUnit> densityUnit = Optional.empty();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            Optional<LengthUnit> length = Arrays.stream(LengthUnit.values())
                    .filter(unit -> column.equals(radiusColumn(unit)))
                    .findFirst();
            Optional<DensityUnit> unit = Arrays.stream(DensityUnit.values())
                    .filter(candidate -> column.equals(candidate.column()))
                    .findFirst();
            if (length.isPresent() || column.equals(RADIUS)) {
                radius = i;
                lengthUnit = length.or(config::lengthUnit);
            }
            if (unit.isPresent() || column.equals(DENSITY)) {
                density = i;
                densityUnit = unit.or(config::densityUnit);
            }
        }
        if (radius < 0) {
            throw missing(place, "the radius", List.of(radiusColumn(LengthUnit.BOHR), "r_angstrom", RADIUS), columns);
        }
        if (density < 0) {
            throw missing(place, "the density", densityColumns(), columns);
        }
        return new CsvColumns(
                name,
                find(columns, ELECTRONS),
                radius,
                density,
                lengthUnit.orElseThrow(
                        () -> new DataException(place + ": column 'r' does not say its unit; name it r_bohr"
                                + " or r_angstrom, or give the unit (lengthUnit: bohr or angstrom)")),
                densityUnit.orElseThrow(() -> new DataException(place
                        + ": column 'density' does not say its unit; name it " + String.join(", ", densityColumns())
                        + ", or give the unit (densityUnit)")),
                columns.size());
    }

    private static String radiusColumn(LengthUnit unit) {
        return unit == LengthUnit.BOHR ? "r_bohr" : "r_angstrom";
    }

    private static List<String> densityColumns() {
        return Arrays.stream(DensityUnit.values()).map(DensityUnit::column).toList();
    }

    private static Optional<Integer> find(List<String> columns, List<String> names) {
        return names.stream().filter(columns::contains).map(columns::indexOf).findFirst();
    }

    private static DataException missing(String place, String what, List<String> names, List<String> columns) {
        return new DataException(place + ": there is no column for " + what + "; "
                + names.stream().collect(Collectors.joining("' or '", "'", "'")) + " was expected, got "
                + columns.stream().collect(Collectors.joining("', '", "'", "'")));
    }
}
