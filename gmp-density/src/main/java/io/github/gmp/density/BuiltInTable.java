package io.github.gmp.density;

/** The tables that come with this module. */
public enum BuiltInTable {
    /** Gaussians fitted to the SG15 pseudopotentials, 69 elements; see docs/densities.md. */
    SG15("sg15.json"),
    /** The Gaussians published with arXiv:2102.02390, 63 elements. */
    PAPER("paper.json");

    private final String resource;

    BuiltInTable(String resource) {
        this.resource = resource;
    }

    String resource() {
        return resource;
    }
}
