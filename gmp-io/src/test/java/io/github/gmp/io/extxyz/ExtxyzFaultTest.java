package io.github.gmp.io.extxyz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/** What a malformed file is answered with, word by word. */
class ExtxyzFaultTest {
    private static final String PROPERTIES = "Properties=species:S:1:pos:R:3:forces:R:3";

    @TempDir
    Path folder;

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> Frames.read(folder, text))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("data.xyz") + message);
    }

    private void assertHeaderRefused(String header, String message) {
        assertRefused("1\n" + header + "\nH 0 0 0\n", ":2: frame 1: " + message);
    }

    private void assertRowRefused(String row, String message) {
        String good = "H 0 0 0 0 0 0\n";
        assertRefused(
                "1\n" + PROPERTIES + "\n" + good + "3\n" + PROPERTIES + "\n" + good + row + "\n" + good,
                ":7: frame 2, atom 2: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "H nan 0 0 0 0 0, position x is 'nan'",
        "H 0 0 Infinity 0 0 0, position z is 'Infinity'",
        "H 0 0 0 0 -inf 0, force y is '-inf'",
        "H 1e400 0 0 0 0 0, position x is '1e400'"
    })
    void notFinite(String row, String message) {
        assertRowRefused(row, message + "; a finite number was expected");
    }

    @Test
    void cells() {
        assertHeaderRefused(
                "Lattice=\"1 0 0 0 nan 0 0 0 1\" Properties=species:S:1:pos:R:3",
                "Lattice has 'nan'; a finite number was expected");
        assertHeaderRefused(
                "Lattice=\"1 0 0 0 1 0 0 1\" Properties=species:S:1:pos:R:3",
                "Lattice has 8 numbers (1 0 0 0 1 0 0 1); the 9 of ax ay az bx by bz cx cy cz were expected");
        assertHeaderRefused(
                "Lattice=\"1 0 0 2 0 0 0 0 1\" Properties=species:S:1:pos:R:3",
                "singular cell: the lattice vectors of the periodic axes are zero or linearly dependent:"
                        + " [1.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 0.0, 1.0]");
        assertHeaderRefused(
                "pbc=\"T T T\" Properties=species:S:1:pos:R:3",
                "pbc is 'T T T' but there is no Lattice; Lattice=\"ax ay az bx by bz cx cy cz\" or pbc=\"F F F\""
                        + " was expected");
        assertHeaderRefused(
                "pbc=\"yes no no\" Properties=species:S:1:pos:R:3",
                "pbc is 'yes no no'; three of T and F were expected");
    }

    @ParameterizedTest
    @CsvSource({
        "h, unknown element 'h'; did you mean 'H'?",
        "CL, unknown element 'CL'; did you mean 'Cl'?",
        "D, unknown element 'D'; isotopes of hydrogen are written 'H'",
        "T, unknown element 'T'; isotopes of hydrogen are written 'H'",
        "Carbon, unknown element 'Carbon'; an element symbol such as H or Cl was expected",
        "Ö, unknown element 'Ö'; an element symbol such as H or Cl was expected",
        "0, atomic number 0 is not in 1 ... 118",
        "119, atomic number 119 is not in 1 ... 118",
        "1a, the element is '1a'; an atomic number was expected"
    })
    void elements(String symbol, String message) {
        assertRowRefused(symbol + " 0 0 0 0 0 0", message);
    }

    @Test
    void elementColumnsThatContradict() {
        assertRefused(
                "1\nProperties=species:S:1:Z:I:1:pos:R:3\nH 2 0 0 0\n",
                ":3: frame 1, atom 1: the columns of the element contradict each other: H and He");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H 1,5 0 0 0 0 0 | position x is '1,5'; a number (with a decimal point) was expected",
                "H 0 0x1p3 0 0 0 0 | position y is '0x1p3'; a number (with a decimal point) was expected",
                "H 0 0 0 0 0 1.5f | force z is '1.5f'; a number (with a decimal point) was expected",
                "H 0 0 0 0 0 1e | force z is '1e'; a number (with a decimal point) was expected",
                "H 0 0 0 0 0 - | force z is '-'; a number (with a decimal point) was expected",
                "H 0 0 0 | the row has 4 fields; 7 were expected (species:S:1:pos:R:3:forces:R:3)",
                "H 0 0 0 0 0 0 0 9 | the row has 9 fields; 7 were expected (species:S:1:pos:R:3:forces:R:3)",
                "'' | the row has 0 fields; 7 were expected (species:S:1:pos:R:3:forces:R:3)"
            })
    void rows(String row, String message) {
        assertRowRefused(row, message);
    }

    @Test
    void columnsOfOtherTypes() {
        String header = "1\nProperties=species:S:1:pos:R:3:tag:I:1:fixed:L:1\n";
        assertRefused(
                header + "H 0 0 0 1.5 T\n", ":3: frame 1, atom 1: column 'tag' is '1.5'; a whole number was expected");
        assertRefused(header + "H 0 0 0 1 yes\n", ":3: frame 1, atom 1: column 'fixed' is 'yes'; T or F was expected");
    }

    @Test
    void numberOfAtoms() {
        assertRefused("", ":1: the file is empty; a number of atoms was expected");
        assertRefused("\n \n", ":1: the file is empty; a number of atoms was expected");
        assertRefused("H 0 0 0\n", ":1: frame 1: the number of atoms was expected, got 'H 0 0 0'");
        assertRefused("1.5\n\n", ":1: frame 1: the number of atoms was expected, got '1.5'");
        assertRefused("-1\n\n", ":1: frame 1: the number of atoms is -1; 0 to 715827879 is possible");
        assertRefused("99999999999\n\n", ":1: frame 1: the number of atoms is 99999999999; 0 to 715827879 is possible");
        assertRefused(
                "99999999999999999999\n\n",
                ":1: frame 1: the number of atoms was expected, got '99999999999999999999'");
        assertRefused(
                "\0\1\2" + "x".repeat(100) + "\n",
                ":1: frame 1: the number of atoms was expected, got '???" + "x".repeat(57) + "...'");
        assertRefused(
                "1\n\nH 0 0 0\nH 0 0 1\n",
                ":4: frame 2: the number of atoms was expected, got 'H 0 0 1'; is the number of atoms of frame 1"
                        + " (line 1) too small?");
        assertRefused(
                "2\n\nH 0 0 0\n1\n\nH 0 0 0\n",
                ":4: frame 1, atom 2: the row has 1 field; 4 were expected (species:S:1:pos:R:3); this looks like the"
                        + " beginning of the next frame: is the number of atoms of this frame too large?");
    }

    @Test
    void truncatedFrames() {
        assertRefused("3", ":2: frame 1: the file ends before the comment line; it is truncated");
        assertRefused(
                "700000000\n\nH 0 0 0\nH 0 0 1\n",
                ":5: frame 1: the file ends after 2 of 700000000 atoms; it is truncated, or the number of atoms in"
                        + " line 1 is wrong");
    }

    @Test
    void comments() {
        String properties = "Properties=species:S:1:pos:R:3";
        assertHeaderRefused(properties + " energy=1 energy=2", "the key 'energy' is given twice; once was expected");
        assertHeaderRefused("energy=1 energy=2", "the key 'energy' is given twice; once was expected");
        assertHeaderRefused(
                properties + " Lattice=\"1 0 0 0 1 0 0 0 1\" lattice=\"1 0 0 0 1 0 0 0 1\"",
                "the key 'lattice' is given twice; once was expected");
        assertHeaderRefused(
                properties + " note=\"open",
                "the quote \" that opens the value of 'note' in column 37 is never closed");
        assertHeaderRefused(
                properties + " a=[1, [2, 3]", "the '[' that opens the value of 'a' in column 34 is never closed");
        assertHeaderRefused(properties + " a=\"b\"c", "a blank was expected after the value of 'a', got 'c'");
        assertHeaderRefused(properties + " =5", "there is no key before '=' in column 32");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "species:S:1:pos:R | triples name:type:count such as species:S:1:pos:R:3 were expected",
                "species:S:1:pos:X:3 | the type of 'pos' is 'X'; S, R, I or L was expected",
                "species:S:1:pos:R:0 | the count of 'pos' is '0'; a positive whole number was expected",
                "species:S:1:pos:R:999999999999 | the count of 'pos' is '999999999999'; a positive whole number was"
                        + " expected",
                "species:S:1:pos:R:3:pos:R:3 | the column 'pos' is given twice",
                "species:S:1::R:3 | a column without a name",
                "species:S:1:xyz:R:3 | pos:R:3 was expected among the columns",
                "species:S:1:pos:R:2 | pos:R:3 was expected among the columns",
                "specie:S:1:pos:R:3 | species:S:1 was expected among the columns; is 'specie' a misspelling of"
                        + " 'species'?",
                "species:S:1:pos:R:3:a:R:9000:b:R:9000 | 18004 fields per row; at most 10000 are possible"
            })
    void properties(String properties, String message) {
        assertHeaderRefused("Properties=" + properties, "Properties=" + properties + ": " + message);
    }

    @Test
    void forcesColumnOfTheWrongWidth() {
        assertHeaderRefused(
                "Properties=species:S:1:pos:R:3:forces:R:1",
                "the column of forces is forces:R:1; forces:R:3 was expected");
    }

    @Test
    void plainXyzWithFurtherColumnsNeedsFreeText() {
        assertRefused(
                "1\nenergy=1\nH 0 0 0 1 2 3\n",
                ":3: frame 1, atom 1: the row has 7 fields; 4 were expected (species:S:1:pos:R:3)");
    }

    /** A file of nothing but zeros must be refused early. */
    @Test
    void endlessLine() throws IOException {
        Path file = folder.resolve("zeros.xyz");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 17; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> Frames.read(Frames.FORMAT, file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ":1: frame 1: the line is longer than 16777216 bytes; this is not an XYZ file");
    }

    /** Whatever the bytes, the answer is frames or a message, never another exception. */
    @Test
    void randomDamage() throws IOException {
        byte[] good = ("2\nLattice=\"4 0 0 0 4 0 0 0 4\" " + PROPERTIES
                        + " energy=-1 stress=\"1 2 3 0 0 0\" a=[[1,2],[3,4]] b=\"x \\\" y\" pbc=\"T T F\"\n"
                        + "H 0.5 1e-3 -2.25 0 0 0\nCl 1 1 1 0 0 0\n")
                .repeat(2)
                .getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(20_261_122);
        Path file = folder.resolve("data.xyz");
        int refused = 0;
        for (int trial = 0; trial < 2000; trial++) {
            byte[] damaged = good.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(
                    file, Arrays.copyOf(damaged, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length));
            try {
                Frames.read(Frames.FORMAT, file);
            } catch (DataException e) {
                assertThat(e).hasMessageStartingWith(file + ":");
                refused++;
            }
        }
        assertThat(refused).isBetween(500, 1999);
    }
}
