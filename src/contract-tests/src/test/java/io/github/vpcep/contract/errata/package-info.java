/** The list of the documents' contradictions, kept exact. */
@NullMarked
package io.github.vpcep.contract.errata;

import org.jspecify.annotations.NullMarked;
