/** Files of JSON that people write: what is wrong with one is said with its place and with what is allowed. */
@NullMarked
package io.github.vpcep.sandbox.json;

import org.jspecify.annotations.NullMarked;
