/**
 * The engine, called by generated code. Users of the client need nothing from here; it may change in any release,
 * together with the code that is generated for it.
 */
@NullMarked
package io.github.vpcep.runtime.engine;

import org.jspecify.annotations.NullMarked;
