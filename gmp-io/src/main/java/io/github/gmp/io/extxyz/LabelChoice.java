package io.github.gmp.io.extxyz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses the key of each label, and sees to it that the choice stays the same within a file. */
final class LabelChoice {
    private record First(String key, long frame) {}

    private final Map<String, First> first = new HashMap<>();

    /**
     * {@return the key to read, empty if the frame does not have the label}
     *
     * @param label energy, forces or stress
     * @param configured the key the user named, if any
     * @param aliases the keys to look for otherwise, the preferred first
     * @param present the keys of this frame
     * @param place where, for messages
     */
    Optional<String> choose(
            String label, Optional<String> configured, List<String> aliases, Set<String> present, FilePosition place) {
        if (configured.isPresent()) {
            return configured.filter(present::contains);
        }
        Optional<String> key = aliases.stream().filter(present::contains).findFirst();
        if (key.isPresent()) {
            First earlier = first.computeIfAbsent(label, l -> new First(key.get(), place.frame()));
            if (!earlier.key().equals(key.get())) {
                throw place.problem("the " + label + " would be read from '" + key.get() + "' here but was read from '"
                        + earlier.key() + "' in frame " + earlier.frame() + "; set " + label
                        + "Key to the one that is meant");
            }
        }
        return key;
    }
}
