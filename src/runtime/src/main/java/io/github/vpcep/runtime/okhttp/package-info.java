/** The one place where a user of the client meets OkHttp: for those who bring an HTTP client of their own. */
@NullMarked
package io.github.vpcep.runtime.okhttp;

import org.jspecify.annotations.NullMarked;
