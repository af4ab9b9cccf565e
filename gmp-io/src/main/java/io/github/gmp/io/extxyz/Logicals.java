package io.github.gmp.io.extxyz;

import java.util.Optional;

/** Logical values as Fortran, Python and C write them. */
final class Logicals {
    private Logicals() {}

    static Optional<Boolean> parse(String word) {
        return switch (word) {
            case "T", "True", "true", "TRUE", ".true.", ".TRUE.", "1" -> Optional.of(true);
            case "F", "False", "false", "FALSE", ".false.", ".FALSE.", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
