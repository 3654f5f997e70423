/** The types of the Object, version 1. */
@NullMarked
package io.github.vpcep.model;

import org.jspecify.annotations.NullMarked;
