/** What the extensions of JUnit have in common, that of a container too; knows of no sandbox, and is no API. */
@NullMarked
package io.github.vpcep.sandbox.junit;

import org.jspecify.annotations.NullMarked;
