/**
 * The engine's door, called by generated code. Users of the client need nothing from here; it may change in any
 * release, together with the code that is generated for it.
 *
 * <p>Behind it a call goes from room to room: {@code prepare} the request, {@code retry} what failed, {@code send} each
 * try with its credentials, {@code read} the answer, {@code tell} how it went. What belongs to the one call and goes
 * with it is in {@code call}. No room knows one that comes before it.
 */
@NullMarked
package io.github.vpcep.runtime.engine;

import org.jspecify.annotations.NullMarked;
