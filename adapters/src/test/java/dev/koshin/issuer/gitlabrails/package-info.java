@NullMarked
package dev.koshin.issuer.gitlabrails;

import org.jspecify.annotations.NullMarked;
