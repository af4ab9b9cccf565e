package io.github.gmp.density.upf;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.radial.LengthUnit;
import io.github.gmp.density.radial.RadialForm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the valence density of a pseudopotential in the Unified Pseudopotential Format, version 1 (labeled lines in the header) or 2
 * (attributes): {@code PP_R}, the radii in bohr, {@code PP_RHOATOM}, 4πr²ρ in electrons per bohr, and the element and number of valence
 * electrons of {@code PP_HEADER}. All else is skipped.
 */
public final class UpfReader {
    /** The largest of the usual libraries have 3 MB; keeps a wrong file name from filling the memory. */
    private static final long LARGEST_FILE = 64L << 20;

    private final UpfText text;
    private final Path file;

    private UpfReader(UpfText text, Path file) {
        this.text = text;
        this.file = file;
    }

    /**
     * {@return its valence density; named like the file without its suffix}
     *
     * @param file a UPF file
     * @throws DataException if the file cannot be read, is truncated or malformed, or has no density; the message begins with
     *     file and line
     */
    public static RadialDensity read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new DataException(file + ": the file has " + Files.size(file) + " bytes; a UPF file of at most "
                        + LARGEST_FILE + " bytes was expected");
            }
            // Free text in the header may have any encoding; all that is read here is ASCII.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return new UpfReader(new UpfText(file.toString(), text), file).density();
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e, e);
        }
    }

    private RadialDensity density() {
        UpfText.Section header = text.require("PP_HEADER", "element and number of valence electrons");
        Element element = element(header);
        double electrons = electrons(header);
        UpfText.Section radiiSection = text.require("PP_R", "the radial grid");
        UpfText.Section densitySection = text.require("PP_RHOATOM", "the density of the atom");
        double[] radii = text.numbers(radiiSection, "PP_R");
        double[] shells = text.numbers(densitySection, "PP_RHOATOM");
        if (radii.length < 3) {
            throw text.at(radiiSection.start(), "<PP_R> holds " + radii.length + " radii; at least 3 were expected");
        }
        if (radii.length != shells.length) {
            throw text.at(
                    densitySection.start(),
                    "<PP_RHOATOM> holds " + shells.length + " numbers, <PP_R> " + radii.length
                            + "; as many were expected");
        }
        double[][] data = RadialForm.SHELL.toAngstroms(radii, shells, LengthUnit.BOHR, LengthUnit.BOHR);
        return new RadialDensity(element, name(), file.toString(), electrons, data[0], data[1]);
    }

    private Element element(UpfText.Section header) {
        UpfText.HeaderLine symbol = headerValue(header, "element", "Element");
        try {
            return Element.of(symbol.value());
        } catch (DataException e) {
            throw text.at(symbol.offset(), "<PP_HEADER>: element: " + e.getMessage());
        }
    }

    private double electrons(UpfText.Section header) {
        UpfText.HeaderLine valence = headerValue(header, "z_valence", "Z valence");
        double electrons = text.number(valence.value(), valence.offset(), "<PP_HEADER>: z_valence");
        if (!(electrons > 0) || !Double.isFinite(electrons)) {
            throw text.at(
                    valence.offset(), "<PP_HEADER>: z_valence: a positive number was expected, got " + valence.value());
        }
        return electrons;
    }

    private UpfText.HeaderLine headerValue(UpfText.Section header, String attribute, String label) {
        Optional<UpfText.HeaderLine> ofVersion2 =
                header.attribute(attribute).map(value -> new UpfText.HeaderLine(value, header.start()));
        return ofVersion2
                .or(() -> text.headerLine(header, label))
                .orElseThrow(() -> text.at(
                        header.start(),
                        "<PP_HEADER> has neither an attribute " + attribute + " (UPF 2) nor a line '" + label
                                + "' (UPF 1)"));
    }

    private String name() {
        String name = String.valueOf(file.getFileName());
        int dot = name.toLowerCase(Locale.ROOT).lastIndexOf(".upf");
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
