/** The folder of a search: the journal of its trials, the log of its sessions, and what both tell about speed and threads. */
@NullMarked
package io.github.gmp.experiments.search.journal;

import org.jspecify.annotations.NullMarked;
