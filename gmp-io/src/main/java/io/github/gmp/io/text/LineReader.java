package io.github.gmp.io.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads UTF-8 text line by line without making a String of each. Lines end with LF or CR LF; a byte order mark at the beginning is
 * skipped. The current line stays valid until {@link #next()}.
 */
public final class LineReader implements Closeable {
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final int longestLine;
    private byte[] buffer = new byte[2 * CHUNK];
    /** What has been read from the stream: buffer[lineEnd..., filled) is ahead of the current line. */
    private int filled;

    private int next;
    private int start;
    private int end;
    private long number;
    /** Bytes of the stream before buffer[0]. */
    private long forgotten;

    /**
     * @param in a stream, closed with the reader
     * @param longestLine the number of bytes above which a line is refused, so that damaged input cannot fill the memory
     */
    public LineReader(InputStream in, int longestLine) {
        this(in, longestLine, 0);
    }

    /**
     * @param in a stream that begins within a text, closed with the reader
     * @param longestLine the number of bytes above which a line is refused
     * @param linesBefore number of lines of the text before it
     */
    public LineReader(InputStream in, int longestLine, long linesBefore) {
        this.in = in;
        this.longestLine = longestLine;
        this.number = linesBefore;
    }

    /**
     * Moves to the next line.
     *
     * @return whether there is one
     * @throws LineTooLongException if it is longer than allowed
     * @throws IOException if the stream cannot be read
     */
    public boolean next() throws IOException {
        start = next;
        end = next;
        int scan = next;
        while (true) {
            for (; scan < filled; scan++) {
                if (buffer[scan] == '\n') {
                    next = scan + 1;
                    finishLine(scan);
                    return true;
                }
            }
            scan -= start;
            boolean more = fill();
            scan += start;
            if (!more) {
                next = filled;
                if (start == filled) {
                    return false;
                }
                finishLine(filled);
                return true;
            }
        }
    }

    private void finishLine(int newline) {
        number++;
        end = newline;
        if (end > start && buffer[end - 1] == '\r') {
            end--;
        }
        boolean byteOrderMark = number == 1
                && end - start >= 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF;
        if (byteOrderMark) {
            start += 3;
        }
    }

    /** Moves the unfinished line to the front of the buffer and reads on behind it. */
    private boolean fill() throws IOException {
        int kept = filled - start;
        if (kept > longestLine) {
            throw new LineTooLongException(number + 1, longestLine);
        }
        if (kept + CHUNK > buffer.length) {
            buffer = Arrays.copyOfRange(buffer, start, start + 2 * buffer.length);
        } else {
            System.arraycopy(buffer, start, buffer, 0, kept);
        }
        forgotten += start;
        start = 0;
        filled = kept;
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            return false;
        }
        filled += count;
        return true;
    }

    /** {@return the number of the current line, from 1; 0 before the first} */
    public long number() {
        return number;
    }

    /** {@return the number of bytes of the stream before the current line (a byte order mark is not of the line)} */
    public long offset() {
        return forgotten + start;
    }

    /** {@return the array that holds the current line; only to be read} */
    public byte[] bytes() {
        return buffer;
    }

    /** {@return the index of the first byte of the line} */
    public int start() {
        return start;
    }

    /** {@return the index after the last byte of the line, line ending excluded} */
    public int end() {
        return end;
    }

    /** {@return whether the line has nothing but blanks} */
    public boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (!isBlank(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@return the line as text} */
    public String text() {
        return text(start, end);
    }

    /**
     * {@return these bytes as text}
     *
     * @param from index of the first byte
     * @param to index after the last byte
     */
    public String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }

    /**
     * {@return the index of the first byte from there on that is not blank, or {@link #end()}}
     *
     * @param from an index within the line
     */
    public int skipBlanks(int from) {
        int i = from;
        while (i < end && isBlank(buffer[i])) {
            i++;
        }
        return i;
    }

    /**
     * {@return the index of the first blank from there on, or {@link #end()}}
     *
     * @param from an index within the line
     */
    public int skipWord(int from) {
        int i = from;
        while (i < end && !isBlank(buffer[i])) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\f' || b == 0x0B;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
