/** Calls that go wrong: bad answers, and arguments that are never sent. */
@NullMarked
package io.github.vpcep.contract.answers;

import org.jspecify.annotations.NullMarked;
