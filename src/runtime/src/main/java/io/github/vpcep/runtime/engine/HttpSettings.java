package io.github.vpcep.runtime.engine;

import io.github.vpcep.runtime.CallListener;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.net.ProxySelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the requests of one client get to the server, and who is told.
 *
 * @param proxy chooses the proxy, null for the JVM's settings
 * @param proxyLogin what a proxy asks for, null for nothing
 * @param trust whom the client trusts, null for the JVM's settings
 * @param stack the OkHttp client below, null for one of the engine's own
 * @param userAgentSuffix stands after the client's own name, empty for nothing
 * @param listeners are told how calls went
 */
public record HttpSettings(
        @Nullable ProxySelector proxy,
        @Nullable ProxyLogin proxyLogin,
        @Nullable ServerTrust trust,
        @Nullable HttpStack stack,
        String userAgentSuffix,
        List<CallListener> listeners) {}
