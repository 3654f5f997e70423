/** The API reference as one HTML file. */
@NullMarked
package io.github.vpcep.contract.reference;

import org.jspecify.annotations.NullMarked;
