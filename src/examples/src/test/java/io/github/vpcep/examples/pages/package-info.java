/** What the pages of the documentation say is held to what is there. */
@NullMarked
package io.github.vpcep.examples.pages;

import org.jspecify.annotations.NullMarked;
