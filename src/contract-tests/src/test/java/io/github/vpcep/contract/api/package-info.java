/** What the published jars offer, against what was accepted. */
@NullMarked
package io.github.vpcep.contract.api;

import org.jspecify.annotations.NullMarked;
