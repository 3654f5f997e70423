package io.github.vpcep.sandbox.store;

/**
 * What a project has, without that which is being deleted.
 *
 * @param services how many endpoint services
 * @param endpoints how many VPC endpoints
 */
public record Used(int services, int endpoints) {}
