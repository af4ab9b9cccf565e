/** Extended XYZ: reading and writing frames of atoms with labels. */
@NullMarked
package io.github.gmp.io.extxyz;

import org.jspecify.annotations.NullMarked;
