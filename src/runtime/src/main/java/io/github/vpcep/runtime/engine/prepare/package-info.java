/**
 * Prepare the request: the first station of a call's way. Arguments and bodies are written before anything is sent. Not
 * exported.
 */
@NullMarked
package io.github.vpcep.runtime.engine.prepare;

import org.jspecify.annotations.NullMarked;
