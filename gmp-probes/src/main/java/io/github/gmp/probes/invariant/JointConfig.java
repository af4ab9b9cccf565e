package io.github.gmp.probes.invariant;

import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;

import java.util.List;

/**
 * Configuration of the invariants {@code joint}.
 *
 * @param families the families whose features stand one after the other
 */
public record JointConfig(
        @Param(doc = "Families of invariants; their features stand one after the other.", kind = InvariantFamily.class)
        List<ComponentSpec> families) {}
