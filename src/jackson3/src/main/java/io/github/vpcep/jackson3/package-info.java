/** The types of the API in applications that read and write JSON with Jackson 3. */
@NullMarked
package io.github.vpcep.jackson3;

import org.jspecify.annotations.NullMarked;
