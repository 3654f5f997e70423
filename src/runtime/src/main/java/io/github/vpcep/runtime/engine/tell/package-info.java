/** Tell how it went: beside every station of a call's way. Log and listeners, without secrets. Not exported. */
@NullMarked
package io.github.vpcep.runtime.engine.tell;

import org.jspecify.annotations.NullMarked;
