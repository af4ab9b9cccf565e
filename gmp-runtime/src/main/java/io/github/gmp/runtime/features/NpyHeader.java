package io.github.gmp.runtime.features;

import io.github.gmp.api.error.DataException;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header of a NumPy array file, format version 1.0: magic, version, length, a Python dictionary, padded with blanks to a multiple of
 * 64 bytes. C order only; little-endian only.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 * @param type NumPy type, e.g. {@code <f8}
 * @param shape length along each axis
 */
record NpyHeader(String type, List<Long> shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final Pattern DICTIONARY = Pattern.compile(
            "\\{'descr': '([<|][fiuUb][0-9]{1,6})', " + "'fortran_order': False, 'shape': \\(([0-9, ]*)\\), ?}\\s*");

    NpyHeader {
        shape = List.copyOf(shape);
    }

    byte[] toBytes() {
        String lengths = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + lengths
                + (shape.size() == 1 ? ",), }" : "), }");
        int unpadded = MAGIC.length + 2 + dictionary.length() + 1;
        int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] bytes = new byte[total];
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
        int length = total - MAGIC.length - 2;
        bytes[MAGIC.length] = (byte) length;
        bytes[MAGIC.length + 1] = (byte) (length >>> 8);
        byte[] text = dictionary.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, MAGIC.length + 2, text.length);
        bytes[total - 1] = '\n';
        return bytes;
    }

    /**
     * @param in positioned at the header; afterwards at the first element
     * @throws DataException if it is not a header of this kind
     */
    static NpyHeader read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            byte[] magic = new byte[MAGIC.length];
            data.readFully(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new DataException("not a NumPy array of format version 1.0");
            }
            int length = data.readUnsignedByte() | data.readUnsignedByte() << 8;
            byte[] text = new byte[length];
            data.readFully(text);
            return parse(new String(text, StandardCharsets.ISO_8859_1));
        } catch (EOFException e) {
            throw new DataException("a NumPy array ends within its header", e);
        }
    }

    private static NpyHeader parse(String dictionary) {
        Matcher matcher = DICTIONARY.matcher(dictionary);
        if (!matcher.matches()) {
            throw new DataException("cannot use a NumPy array with the header " + dictionary.strip()
                    + "; plain little-endian numbers or text in C order were expected");
        }
        List<Long> shape = new ArrayList<>();
        for (String length : matcher.group(2).split(",")) {
            if (!length.isBlank()) {
                shape.add(parseLength(length.strip()));
            }
        }
        return new NpyHeader(matcher.group(1), shape);
    }

    private static long parseLength(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new DataException("'" + text + "' is not a length of a NumPy array", e);
        }
    }
}
