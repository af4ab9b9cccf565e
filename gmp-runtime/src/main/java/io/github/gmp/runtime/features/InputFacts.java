package io.github.gmp.runtime.features;

import io.github.gmp.runtime.files.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** What was read, for the provenance: numbers of structures and atoms, and SHA-256 of the hashes of the structures in their order. */
final class InputFacts {
    private final MessageDigest digest = Sha256.digest();

    /** @param hashes the hash of a structure, or those of several ones without anything between them */
    void add(String hashes) {
        digest.update(hashes.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * {@return the facts as plain data; nothing can be added afterwards}
     *
     * @param frames number of structures
     * @param atoms number of atoms
     */
    Map<String, ?> of(long frames, long atoms) {
        return Map.of("structures", frames, "atoms", atoms, "dataHash", Sha256.hex(digest));
    }
}
