/** Every documented fact against the contract. */
@NullMarked
package io.github.vpcep.contract.transcription;

import org.jspecify.annotations.NullMarked;
