/** Tests of values files, against a YAML library that reads them as a whole. */
@NullMarked
package dev.koshin.target.helmvalues;

import org.jspecify.annotations.NullMarked;
