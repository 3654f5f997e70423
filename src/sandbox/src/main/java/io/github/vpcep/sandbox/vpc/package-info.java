/** What a set-up may name of the VPC service: VPCs with their subnets, network interfaces and route tables. */
@NullMarked
package io.github.vpcep.sandbox.vpc;

import org.jspecify.annotations.NullMarked;
