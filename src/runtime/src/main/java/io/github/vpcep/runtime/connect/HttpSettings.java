package io.github.vpcep.runtime.connect;

import io.github.vpcep.runtime.okhttp.HttpStack;
import java.net.ProxySelector;
import org.jspecify.annotations.Nullable;

/**
 * How the requests of one client get to the server.
 *
 * @param proxy chooses the proxy, null for the JVM's settings
 * @param proxyLogin what a proxy asks for, null for nothing
 * @param trust whom the client trusts, null for the JVM's settings
 * @param stack the OkHttp client below, null for one of the engine's own
 */
public record HttpSettings(
        @Nullable ProxySelector proxy,
        @Nullable ProxyLogin proxyLogin,
        @Nullable ServerTrust trust,
        @Nullable HttpStack stack) {}
