@NullMarked
package dev.koshin.issuer.gitlabweb;

import org.jspecify.annotations.NullMarked;
