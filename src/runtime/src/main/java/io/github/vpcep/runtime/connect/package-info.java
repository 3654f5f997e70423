/** How to reach a server: its address, proxy, trust, and the way to another one for those who need it. Not exported. */
@NullMarked
package io.github.vpcep.runtime.connect;

import org.jspecify.annotations.NullMarked;
