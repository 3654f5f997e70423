/** What a change of the contract does to those who call the service and to those who implement it. */
@NullMarked
package io.github.vpcep.specdiff;

import org.jspecify.annotations.NullMarked;
