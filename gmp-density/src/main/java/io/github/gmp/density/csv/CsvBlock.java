package io.github.gmp.density.csv;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of one density. */
final class CsvBlock {
    private final String place;
    private final String name;
    private final Element element;
    private final CsvColumns columns;
    private final List<double[]> points = new ArrayList<>();
    private Optional<Double> electrons = Optional.empty();

    CsvBlock(String place, String name, Element element, CsvColumns columns) {
        this.place = place;
        this.name = name;
        this.element = element;
        this.columns = columns;
    }

    String name() {
        return name;
    }

    void add(String here, String[] fields) {
        columns.electrons().ifPresent(column -> addElectrons(here, number(here, fields[column], "electrons")));
        double radius = number(here, fields[columns.radius()], "r");
        if (radius < 0 || !points.isEmpty() && !(radius > points.get(points.size() - 1)[0])) {
            throw new DataException(
                    here + ": " + name + ": radii must ascend from 0 or more, got " + fields[columns.radius()].strip());
        }
        points.add(new double[] {radius, number(here, fields[columns.density()], "the density")});
    }

    private void addElectrons(String here, double value) {
        if (!(value > 0)) {
            throw new DataException(here + ": " + name + ": electrons: a positive number was expected, got " + value);
        }
        if (electrons.filter(known -> known != value).isPresent()) {
            throw new DataException(here + ": " + name + " has " + value + " electrons here and " + electrons.get()
                    + " before; one element with one density was expected");
        }
        electrons = Optional.of(value);
    }

    private double number(String here, String field, String what) {
        try {
            double value = Double.parseDouble(field.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like numbers that are not finite.
        }
        throw new DataException(
                here + ": " + name + ": " + what + ": a finite number was expected, got '" + field.strip() + "'");
    }

    RadialDensity density() {
        if (points.size() < 3) {
            throw new DataException(
                    place + ": " + name + " has " + points.size() + " lines; at least 3 radii were expected");
        }
        double[][] data = columns.densityUnit()
                .form()
                .toAngstroms(
                        points.stream().mapToDouble(point -> point[0]).toArray(),
                        points.stream().mapToDouble(point -> point[1]).toArray(),
                        columns.lengthUnit(),
                        columns.densityUnit().length());
        if (electrons.isPresent()) {
            return new RadialDensity(element, name, place, electrons.get(), data[0], data[1]);
        }
        double integral = new RadialDensity(element, name, place, 1, data[0], data[1]).integral();
        if (!(integral > 0)) {
            throw new DataException(place + ": " + name + ": the density adds up to " + integral
                    + " electrons; a positive number was expected");
        }
        return new RadialDensity(element, name, place, integral, data[0], data[1]);
    }
}
