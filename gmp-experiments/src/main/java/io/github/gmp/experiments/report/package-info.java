/** Building blocks of reports: charts as SVG, tables as text and HTML, CSV, self-contained HTML pages. */
@NullMarked
package io.github.gmp.experiments.report;

import org.jspecify.annotations.NullMarked;
