package io.github.gmp.runtime.files;

/** What a written file survives. */
public enum Durability {
    /** The end of the process, however it ends; the system writes to the disk when it sees fit. */
    PROCESS,
    /** The end of the system too, such as a power cut: the content is forced to the disk, which takes several milliseconds. */
    SYSTEM
}
