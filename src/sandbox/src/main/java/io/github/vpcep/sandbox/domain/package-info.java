/** The rules of the service: states, checks, quotas, names. Knows neither HTTP nor SQL. */
@NullMarked
package io.github.vpcep.sandbox.domain;

import org.jspecify.annotations.NullMarked;
