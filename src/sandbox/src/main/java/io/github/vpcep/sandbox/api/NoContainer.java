package io.github.vpcep.sandbox.api;

import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.Container;

/** Jersey wants to be told which container ends; there is none, requests are handed over one by one. */
final class NoContainer implements Container {
    private final ApplicationHandler jersey;

    NoContainer(ApplicationHandler jersey) {
        this.jersey = jersey;
    }

    @Override
    public ResourceConfig getConfiguration() {
        return jersey.getConfiguration();
    }

    @Override
    public ApplicationHandler getApplicationHandler() {
        return jersey;
    }

    @Override
    public void reload() {
        throw new UnsupportedOperationException("Start another server instead");
    }

    @Override
    public void reload(ResourceConfig configuration) {
        reload();
    }
}
