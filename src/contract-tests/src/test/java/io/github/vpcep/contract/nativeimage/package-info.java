/** What the jars say to native-image, compared with what Jackson and Retrofit do by reflection. */
@NullMarked
package io.github.vpcep.contract.nativeimage;

import org.jspecify.annotations.NullMarked;
