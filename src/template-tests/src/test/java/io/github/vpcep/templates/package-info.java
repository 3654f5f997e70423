/** What the templates make of a contract. */
@NullMarked
package io.github.vpcep.templates;

import org.jspecify.annotations.NullMarked;
