package io.github.gmp.io.extxyz;

import io.github.gmp.api.error.DataException;

/**
 * Where in a file the reader is, for messages: {@code file:line: frame 2, atom 5: …}.
 *
 * @param file name of the file as the user gave it
 * @param line number of the line, from 1
 * @param frame number of the frame, from 1
 */
record FilePosition(String file, long line, long frame) {
    FilePosition atLine(long otherLine) {
        return new FilePosition(file, otherLine, frame);
    }

    DataException problem(String message) {
        return new DataException(file + ":" + line + ": frame " + frame + ": " + message);
    }

    DataException problem(String message, Throwable cause) {
        return new DataException(file + ":" + line + ": frame " + frame + ": " + message, cause);
    }

    DataException problemOfAtom(int atom, String message) {
        return new DataException(file + ":" + line + ": frame " + frame + ", atom " + (atom + 1) + ": " + message);
    }
}
