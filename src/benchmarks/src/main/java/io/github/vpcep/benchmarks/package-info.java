/** The client measured against plain Jackson and OkHttp and against the vendor's SDK. */
@NullMarked
package io.github.vpcep.benchmarks;

import org.jspecify.annotations.NullMarked;
