/** What a search shows, finished or running: tables, charts, what matters, the elite as configurations. */
@NullMarked
package io.github.gmp.experiments.search.report;

import org.jspecify.annotations.NullMarked;
