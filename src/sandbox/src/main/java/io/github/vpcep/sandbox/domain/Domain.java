package io.github.vpcep.sandbox.domain;

/**
 * All the rules, by resource.
 *
 * @param versions the versions of the API
 * @param services endpoint services
 * @param connections the connections of a service, as its owner sees them
 * @param whitelists the whitelists of services
 * @param endpoints VPC endpoints
 * @param quotas how many resources a project may have
 * @param tags tags of resources, and resources by their tags
 * @param health whether requests can be served
 * @param context has what the documents leave to the installation
 */
public record Domain(
        Versions versions,
        Services services,
        Connections connections,
        Whitelists whitelists,
        Endpoints endpoints,
        Quotas quotas,
        Tags tags,
        Health health,
        DomainContext context) {
    /** All rules over one state. */
    public static Domain of(DomainContext context) {
        return new Domain(
                new Versions(context),
                new Services(context),
                new Connections(context),
                new Whitelists(context),
                new Endpoints(context),
                new Quotas(context),
                new Tags(context),
                new Health(context),
                context);
    }

    /** What the documents leave to the installation, as it is now. */
    public Settings settings() {
        return context.settings();
    }
}
