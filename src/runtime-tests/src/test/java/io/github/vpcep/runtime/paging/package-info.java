@NullMarked
package io.github.vpcep.runtime.paging;

import org.jspecify.annotations.NullMarked;
