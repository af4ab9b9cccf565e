/** What a trained component is built again from: named texts and matrices, and a reader that trusts none of them. */
@NullMarked
package io.github.gmp.api.state;

import org.jspecify.annotations.NullMarked;
